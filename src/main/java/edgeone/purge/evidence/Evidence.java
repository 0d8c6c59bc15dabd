package edgeone.purge.evidence;

import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.read.History;
import edgeone.purge.export.CanceledExportException;
import edgeone.purge.export.ExportWatch;
import edgeone.purge.export.WholeFile;
import edgeone.purge.messages.Messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Writes a page that proves what a purge did: what, who, when, why, every request, every target
 * with its outcome, and the hash by which the journal can be checked. Calls block on the disk.
 */
public final class Evidence {
    private final History history;
    private final Messages messages;
    private final Clock clock;

    /**
     * @param messages in the language of the page
     * @param clock tells when the page was written
     */
    public Evidence(History history, Messages messages, Clock clock) {
        this.history = history;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Writes the page to {@code file}, replacing what was there. The job is read row by row as it
     * is at one moment, and never held; others read and write the journal meanwhile.
     *
     * @return how many targets are on the page
     * @throws RefusedSubmitException if the journal has no such job; nothing is written
     * @throws CanceledExportException if the watch ended it; an existing file is unchanged
     * @throws IOException if the file cannot be written; an existing file is unchanged
     */
    public long write(String jobId, Path file, ExportWatch watch)
            throws RefusedSubmitException, IOException {
        long[] targets = new long[1];
        try {
            WholeFile.replace(file, writer -> targets[0] = write(jobId, writer, watch));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return targets[0];
    }

    private long write(String jobId, Writer out, ExportWatch watch)
            throws RefusedSubmitException, IOException {
        EvidenceRun run =
                new EvidenceRun(
                        job -> new EvidencePage(job, out, messages, clock.instant()), watch);
        if (!history.record(jobId, run)) {
            throw new RefusedSubmitException(Kind.NO_SUCH_JOB, List.of());
        }
        return run.end();
    }
}

package edgeone.purge.export;

import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.history.JobHistory;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.query.WhichJobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Exports the targets of jobs and their outcomes to a file, for a spreadsheet, a script or a
 * person. The file is replaced as a whole or left unchanged. Calls block on the disk.
 */
public final class Exporter {
    private final JobHistory history;
    private final Messages messages;

    /**
     * @param history of what others share it says who submitted each job, and on which machine
     * @param messages in the user's language; names in CSV and JSON are the same in every language
     */
    public Exporter(JobHistory history, Messages messages) {
        this.history = history;
        this.messages = messages;
    }

    /** The format of the file. */
    public enum Format {
        /**
         * For spreadsheets, UTF-8, every cell quoted. Formulas are made harmless, see {@link
         * SpreadsheetCell}.
         */
        CSV,
        /** For scripts: every value exactly as stored in the journal. */
        JSON,
        /** For people: one self-contained page without scripts. */
        HTML;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Format> ofLabel(String label) {
            return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
        }
    }

    /**
     * Writes all targets of jobs to {@code file}, replacing what was there. They are read row by
     * row as they are at one moment, and never all held; others read and write the journal
     * meanwhile.
     *
     * @return how many targets were written
     * @throws RefusedSubmitException if the journal has no such job; nothing is written
     * @throws CanceledExportException if the watch ended it; an existing file is unchanged
     * @throws IOException if the file cannot be written; an existing file is unchanged
     */
    public long export(WhichJobs which, Format format, Path file, ExportWatch watch)
            throws RefusedSubmitException, IOException {
        long[] rows = new long[1];
        try {
            WholeFile.replace(file, writer -> rows[0] = write(which, format, writer, watch));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows[0];
    }

    private long write(WhichJobs which, Format format, Writer out, ExportWatch watch)
            throws RefusedSubmitException, IOException {
        boolean shared = history instanceof SharedHistory;
        JobWriter writer =
                switch (format) {
                    case CSV -> new CsvExport(out, shared);
                    case JSON -> new JsonExport(out, shared);
                    case HTML -> new HtmlExport(messages, out, shared);
                };
        ExportRun run = new ExportRun(writer, watch);
        writer.begin();
        if (!history.stream(which, run)) {
            throw new RefusedSubmitException(Kind.NO_SUCH_JOB, List.of());
        }
        writer.end();
        watch.written(run.rows(), run.rows());
        return run.rows();
    }
}

package edgeone.purge.export;

import edgeone.purge.engine.History;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetRow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Exports the targets of jobs and their outcomes to a file, for a spreadsheet, a script or a
 * person. The file is replaced as a whole or left unchanged. Calls block on the disk.
 */
public final class Exporter {
    private final History history;
    private final Messages messages;

    /**
     * @param messages in the user's language; names in CSV and JSON are the same in every language
     */
    public Exporter(History history, Messages messages) {
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

    /** A job with all its targets, read at one moment. */
    record ExportedJob(JobSummary summary, List<TargetRow> targets) {}

    /**
     * Writes the targets of {@code jobIds} to {@code file}, replacing what was there.
     *
     * @return how many targets were written
     * @throws RefusedSubmitException if the journal has no such job; nothing is written
     * @throws IOException if the file cannot be written; an existing file is unchanged
     */
    public int export(List<String> jobIds, Format format, Path file)
            throws RefusedSubmitException, IOException {
        List<ExportedJob> jobs = new ArrayList<>();
        for (String id : jobIds.stream().distinct().toList()) {
            JobSummary summary =
                    history.job(id)
                            .orElseThrow(
                                    () -> new RefusedSubmitException(Kind.NO_SUCH_JOB, List.of()));
            jobs.add(
                    new ExportedJob(summary, history.targets(id, List.of(), 0, Integer.MAX_VALUE)));
        }
        WholeFile.replace(
                file,
                writer -> {
                    switch (format) {
                        case CSV -> CsvExport.write(jobs, writer);
                        case JSON -> JsonExport.write(jobs, writer);
                        case HTML -> new HtmlExport(messages).write(jobs, writer);
                    }
                });
        return jobs.stream().mapToInt(j -> j.targets().size()).sum();
    }
}

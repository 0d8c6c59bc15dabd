package edgeone.purge.ui.history.export;

import edgeone.purge.export.Exporter.Format;
import edgeone.purge.history.JobHistory;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;

import javafx.stage.Window;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks for a file, and writes to it: jobs in the format its name ends in, or the evidence of one.
 */
public final class ExportDialog {
    private final ExportModel model;
    private final Formats formats;
    private final Dialogs dialogs;
    private final FileAsk files;

    public ExportDialog(ExportModel model, Formats formats, Dialogs dialogs, FileAsk files) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        this.files = files;
    }

    /**
     * Asks where to write jobs, and writes them.
     *
     * @param from where the jobs are
     * @param title says what is exported
     * @param name the suggested name of the file
     */
    public void ask(JobHistory from, WhichJobs which, Window over, String title, String name) {
        files.save(over, title, name).ifPresent(file -> export(from, which, file, title));
    }

    private void export(JobHistory from, WhichJobs which, Path file, String title) {
        String name = String.valueOf(file.getFileName());
        Optional<Format> format = Format.ofLabel(name.substring(name.lastIndexOf('.') + 1));
        if (format.isEmpty()) {
            dialogs.say(title, formats.text("window.job.exportFormat", name));
            return;
        }
        model.start(
                from,
                which,
                formats.messages(),
                file,
                format.get(),
                rows ->
                        dialogs.say(
                                title, formats.text("window.job.exported", rows, file.toString())),
                dialogs::error);
    }

    /** Asks where to write the page that proves what a job purged, and writes it. */
    public void askForEvidence(String jobId, Window over) {
        String title = formats.text("evidence.window.title");
        files.save(over, title, "job-" + jobId + ".html")
                .ifPresent(file -> prove(jobId, file, title));
    }

    private void prove(String jobId, Path file, String title) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".html")) {
            dialogs.say(title, formats.text("evidence.window.format", name));
            return;
        }
        model.prove(
                jobId,
                formats.messages(),
                file,
                targets ->
                        dialogs.say(
                                title,
                                formats.text("evidence.window.done", targets, file.toString())),
                dialogs::error);
    }
}

package edgeone.purge.ui.history.export;

import edgeone.purge.engine.read.History;
import edgeone.purge.evidence.Evidence;
import edgeone.purge.export.CanceledExportException;
import edgeone.purge.export.ExportWatch;
import edgeone.purge.export.Exporter;
import edgeone.purge.export.Exporter.Format;
import edgeone.purge.history.JobHistory;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The export that runs; there is one at a time. */
public final class ExportModel {
    private final History history;
    private final Tasks tasks;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Running running;

    /**
     * @param clock tells when a page of evidence was written
     */
    public ExportModel(History history, Tasks tasks, Clock clock) {
        this.history = history;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param rows targets written
     * @param total targets in all; 0 until it is known
     */
    public record Progress(Path file, long rows, long total) {}

    /**
     * Writes targets to a file; does nothing while another export runs.
     *
     * @param from where the jobs are
     * @param messages in the language of the file
     * @param done hears how many targets were written; nobody hears of a canceled export
     */
    void start(
            JobHistory from,
            WhichJobs which,
            Messages messages,
            Path file,
            Format format,
            Consumer<Long> done,
            Consumer<? super Exception> failed) {
        start(
                file,
                watch -> new Exporter(from, messages).export(which, format, file, watch),
                done,
                failed);
    }

    /**
     * Writes the page that proves what a job purged; does nothing while another export runs.
     *
     * @param messages in the language of the page
     * @param done hears how many targets are on it; nobody hears of a canceled one
     */
    void prove(
            String jobId,
            Messages messages,
            Path file,
            Consumer<Long> done,
            Consumer<? super Exception> failed) {
        Evidence evidence = new Evidence(history, messages, clock);
        start(file, watch -> evidence.write(jobId, file, watch), done, failed);
    }

    /** Writes a file and returns how many targets it holds. */
    private interface Writing {
        long write(ExportWatch watch) throws Exception;
    }

    private void start(
            Path file, Writing writing, Consumer<Long> done, Consumer<? super Exception> failed) {
        if (running != null) {
            return;
        }
        Running now = new Running(file);
        running = now;
        progress.set(new Progress(file, 0, 0));
        tasks.run(
                () -> writing.write(now),
                rows -> {
                    end();
                    done.accept(rows);
                },
                trouble -> {
                    end();
                    if (!(trouble instanceof CanceledExportException)) {
                        failed.accept(trouble);
                    }
                });
    }

    private void end() {
        running = null;
        progress.set(null);
    }

    /** Ends the export; what it wrote is removed. */
    void cancel() {
        Running now = running;
        if (now != null) {
            now.canceled = true;
        }
    }

    /** The export that runs; null if none does. */
    public ReadOnlyObjectProperty<@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Passes on what is newest once the window has shown what was before. */
    private final class Running implements ExportWatch {
        private final Path file;
        private final AtomicReference<@Nullable Progress> untold = new AtomicReference<>();
        private volatile boolean canceled;

        Running(Path file) {
            this.file = file;
        }

        @Override
        public void written(long rows, long total) {
            if (untold.getAndSet(new Progress(file, rows, total)) == null) {
                tasks.onUi(this::tell);
            }
        }

        private void tell() {
            Progress newest = untold.getAndSet(null);
            if (running == this) {
                progress.set(newest);
            }
        }

        @Override
        public boolean isCanceled() {
            return canceled;
        }
    }
}

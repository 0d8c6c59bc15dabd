package edgeone.purge.export;

import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.query.JobSink;

import tools.jackson.core.exc.JacksonIOException;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes what it hears, counts it, and ends when it is canceled. */
final class ExportRun implements JobSink {
    private static final int TOLD_EVERY = 1_000;

    private final JobWriter writer;
    private final ExportWatch watch;
    private long total;
    private long rows;

    ExportRun(JobWriter writer, ExportWatch watch) {
        this.writer = writer;
        this.watch = watch;
    }

    @Override
    public void begin(long targets) {
        total = targets;
        watch.written(0, total);
    }

    @Override
    public void job(JobSummary job) {
        refuseCanceled();
        unchecked(() -> writer.job(job));
    }

    @Override
    public void target(TargetRow target) {
        refuseCanceled();
        unchecked(() -> writer.target(target));
        rows++;
        if (rows % TOLD_EVERY == 0) {
            watch.written(rows, total);
        }
    }

    long rows() {
        return rows;
    }

    private void refuseCanceled() {
        if (watch.isCanceled()) {
            throw new UncheckedIOException(new CanceledExportException());
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void unchecked(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }
}

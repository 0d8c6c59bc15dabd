package edgeone.purge.evidence;

import edgeone.purge.export.CanceledExportException;
import edgeone.purge.export.ExportWatch;
import edgeone.purge.model.Batch;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.VerifiedTarget;
import edgeone.purge.model.query.JobRecord;
import edgeone.purge.model.query.RecordSink;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;

/** Writes what it hears to a page, counts the targets, and ends when it is canceled. */
final class EvidenceRun implements RecordSink {
    private static final int TOLD_EVERY = 1_000;

    private final Function<JobRecord, EvidencePage> pages;
    private final ExportWatch watch;
    private @Nullable EvidencePage page;
    private long total;
    private long targets;

    /**
     * @param pages makes the page of a job
     */
    EvidenceRun(Function<JobRecord, EvidencePage> pages, ExportWatch watch) {
        this.pages = pages;
        this.watch = watch;
    }

    @Override
    public void begin(JobRecord job) {
        total = job.summary().targets().total();
        watch.written(0, total);
        page = pages.apply(job);
        unlessCanceled(EvidencePage::begin);
    }

    @Override
    public void batch(Batch batch) {
        unlessCanceled(p -> p.batch(batch));
    }

    @Override
    public void request(RequestRecord request) {
        unlessCanceled(p -> p.request(request));
    }

    @Override
    public void target(TargetRow target, @Nullable VerifiedTarget verified) {
        unlessCanceled(p -> p.target(new ShownTarget(target, verified)));
        targets++;
        if (targets % TOLD_EVERY == 0) {
            watch.written(targets, total);
        }
    }

    /** Ends the page; returns how many targets are on it. */
    long end() throws IOException {
        Objects.requireNonNull(page).end();
        watch.written(targets, targets);
        return targets;
    }

    private interface Step {
        void on(EvidencePage page) throws IOException;
    }

    private void unlessCanceled(Step step) {
        try {
            if (watch.isCanceled()) {
                throw new CanceledExportException();
            }
            step.on(Objects.requireNonNull(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

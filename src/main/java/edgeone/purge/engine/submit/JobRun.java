package edgeone.purge.engine.submit;

import edgeone.purge.engine.quota.QuotaGrants;
import edgeone.purge.engine.resolve.Resolver;
import edgeone.purge.engine.resolve.Resolver.Resolution;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.ResumeReport.Left;
import edgeone.purge.engine.run.ResumeReport.LeftReason;
import edgeone.purge.engine.run.Run;
import edgeone.purge.engine.run.SentLog;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.Repositories;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over jobs this process owns: send, look up lost outcomes, resend what is proven absent.
 */
public final class JobRun {
    private final Run run;
    private final Repositories journal;
    private final SubmitRun submit;
    private final Resolver resolver;
    private final QuotaGrants grants;
    private final Map<Ref, Resolution> unresolved = new LinkedHashMap<>();

    /**
     * @param log filled with what becomes of each batch
     */
    public JobRun(Run run, SentLog log) {
        this.run = run;
        this.journal = run.journal();
        this.submit = new SubmitRun(run, log);
        this.resolver = new Resolver(run);
        this.grants = new QuotaGrants(run);
    }

    /**
     * Sends a job's batches and settles what can be settled now.
     *
     * @return the last error that kept a batch from being accepted; null if there was none
     */
    public @Nullable TeoException complete(Job job) throws InterruptedException {
        try {
            work(List.of(job));
        } finally {
            journal.ownership().release(job.id());
        }
        return lastTrouble();
    }

    /** Whether batches were left planned because the account is read-only by now. */
    public boolean barred() {
        return submit.barred();
    }

    /** Prefers an error that prevented asking to the one that made it necessary. */
    private @Nullable TeoException lastTrouble() {
        TeoException lookup = resolver.lastTrouble();
        TeoException quota = grants.trouble();
        return lookup != null ? lookup : quota != null ? quota : submit.lastTrouble();
    }

    /**
     * Finishes or resolves {@code claimed}.
     *
     * @param unclaimed open jobs this process does not own, for the report
     */
    public ResumeReport resume(List<Job> claimed, List<Left> unclaimed)
            throws InterruptedException {
        List<Left> left = new ArrayList<>(unclaimed);
        List<String> resumed = new ArrayList<>();
        List<String> resolved = new ArrayList<>();
        Map<String, Integer> sentBefore = new LinkedHashMap<>();
        for (Job job : claimed) {
            sentBefore.put(job.id(), attempts(job));
        }
        List<Job> withUnknown = claimed.stream().filter(j -> has(j, BatchState.UNKNOWN)).toList();
        try {
            resolveFirst(withUnknown);
            if (run.connection().safety() != SafetyLevel.READ_ONLY) {
                grants.share(claimed);
                work(claimed);
            }
        } finally {
            claimed.forEach(j -> journal.ownership().release(j.id()));
        }
        for (Job job : claimed) {
            if (attempts(job) > sentBefore.getOrDefault(job.id(), 0)) {
                resumed.add(job.id());
            }
            if (withUnknown.contains(job) && !has(job, BatchState.UNKNOWN)) {
                resolved.add(job.id());
            }
            if (has(job, BatchState.UNKNOWN)) {
                left.add(new Left(job.id(), whyUnknown(job)));
            } else if (has(job, BatchState.PLANNED)) {
                left.add(new Left(job.id(), whyPlanned(job)));
            }
        }
        return new ResumeReport(resumed, resolved, left, left.isEmpty() ? null : lastTrouble());
    }

    private void resolveFirst(List<Job> withUnknown) throws InterruptedException {
        if (!withUnknown.isEmpty()) {
            keepUnresolved(resolver.resolve(withUnknown));
        }
    }

    private void work(List<Job> of) throws InterruptedException {
        List<Job> again = of;
        while (!again.isEmpty()) {
            submit.sendAll(again);
            if (run.control().isStopped() || submit.unreachable()) {
                return;
            }
            List<Job> lost =
                    again.stream()
                            .filter(j -> has(j, BatchState.UNKNOWN))
                            .filter(j -> !allGivenUp(j))
                            .toList();
            if (lost.isEmpty()) {
                return;
            }
            keepUnresolved(resolver.resolve(lost));
            again = lost.stream().filter(j -> has(j, BatchState.PLANNED)).toList();
        }
    }

    /** Whether this run has already looked up every unknown batch of the job without a verdict. */
    private boolean allGivenUp(Job job) {
        return journal.history().batches(job.id()).stream()
                .filter(b -> b.state() == BatchState.UNKNOWN)
                .allMatch(b -> unresolved.containsKey(new Ref(job.id(), b.n())));
    }

    private void keepUnresolved(Map<Ref, Resolution> resolutions) {
        resolutions.forEach(
                (ref, resolution) -> {
                    switch (resolution) {
                        case ADOPTED, ABSENT -> unresolved.remove(ref);
                        case AMBIGUOUS, NOT_LOOKED_UP, TOO_OLD -> unresolved.put(ref, resolution);
                    }
                });
    }

    private LeftReason whyUnknown(Job job) {
        Resolution worst = Resolution.NOT_LOOKED_UP;
        for (Map.Entry<Ref, Resolution> entry : unresolved.entrySet()) {
            if (entry.getKey().jobId().equals(job.id())) {
                worst = entry.getValue();
            }
        }
        return switch (worst) {
            case TOO_OLD -> LeftReason.TOO_OLD;
            case AMBIGUOUS -> LeftReason.AMBIGUOUS;
            case NOT_LOOKED_UP, ADOPTED, ABSENT -> LeftReason.UNRESOLVED;
        };
    }

    private LeftReason whyPlanned(Job job) {
        if (grants.unread().contains(job.id())) {
            return LeftReason.QUOTA_UNREAD;
        }
        return journal.history().waiting(job.id()).isPresent()
                ? LeftReason.WAITS_FOR_QUOTA
                : LeftReason.NOT_SENT;
    }

    private int attempts(Job job) {
        return journal.history().batches(job.id()).stream().mapToInt(Batch::attempts).sum();
    }

    private boolean has(Job job, BatchState state) {
        return journal.history().batches(job.id()).stream().anyMatch(b -> b.state() == state);
    }
}

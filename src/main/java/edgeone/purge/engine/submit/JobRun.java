package edgeone.purge.engine.submit;

import edgeone.purge.engine.quota.QuotaGrants;
import edgeone.purge.engine.resolve.Resolver;
import edgeone.purge.engine.resolve.Resolver.Resolution;
import edgeone.purge.engine.run.Backoff;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Pauses;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Reads;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.ResumeReport.Left;
import edgeone.purge.engine.run.ResumeReport.LeftReason;
import edgeone.purge.engine.run.RetryBudget;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.SentLog;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.Repositories;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over jobs this process owns: send, look up lost outcomes, resend what is proven absent.
 */
public final class JobRun {
    private final Connection connection;
    private final Repositories journal;
    private final RunControl control;
    private final SubmitRun submit;
    private final Resolver resolver;
    private final QuotaGrants grants;
    private final Map<Ref, Resolution> unresolved = new LinkedHashMap<>();

    public JobRun(
            Connection connection,
            Repositories journal,
            Timing timing,
            Clock clock,
            Backoff backoff,
            Pauses pauses,
            Progress progress,
            RunControl control,
            SentLog log) {
        this.connection = connection;
        this.journal = journal;
        this.control = control;
        RetryBudget budget = new RetryBudget();
        Reads reads = new Reads(timing, backoff, budget, pauses);
        this.submit =
                new SubmitRun(
                        connection,
                        new BatchSender(journal, log, clock),
                        journal,
                        timing,
                        backoff,
                        budget,
                        progress,
                        control);
        this.resolver =
                new Resolver(connection, journal, reads, timing, clock, pauses, progress, control);
        this.grants = new QuotaGrants(connection, journal.quota(), reads, progress, control, clock);
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
            journal.jobs().release(job.id());
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

    /** Finishes or resolves {@code claimed}; {@code left} holds what could not be claimed. */
    public ResumeReport resume(List<Job> claimed, List<Left> left) throws InterruptedException {
        List<String> resumed = new ArrayList<>();
        List<String> resolved = new ArrayList<>();
        Map<String, Integer> sentBefore = new LinkedHashMap<>();
        for (Job job : claimed) {
            sentBefore.put(job.id(), attempts(job));
        }
        List<Job> withUnknown = claimed.stream().filter(j -> has(j, BatchState.UNKNOWN)).toList();
        try {
            resolveFirst(withUnknown);
            if (connection.safety() != SafetyLevel.READ_ONLY) {
                grants.share(claimed);
                work(claimed);
            }
        } finally {
            claimed.forEach(j -> journal.jobs().release(j.id()));
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
            if (control.isStopped() || submit.unreachable()) {
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

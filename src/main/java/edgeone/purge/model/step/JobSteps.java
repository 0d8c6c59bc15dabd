package edgeone.purge.model.step;

import edgeone.purge.model.FollowUp;
import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.step.Step.Kind;
import edgeone.purge.model.step.Step.State;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a job, as the journal has them. The check of the origin is not among them: it is
 * over before there is a job.
 *
 * @param job the job
 * @param sentAt when its first request was sent; null if none was
 * @param verification null if it is not to be verified
 * @param followUp null if no prefetch is to follow
 * @param next the prefetch that follows; null if there is none, or it was removed
 */
public record JobSteps(
        JobSummary job,
        @Nullable Instant sentAt,
        @Nullable Verification verification,
        @Nullable FollowUp followUp,
        @Nullable JobSummary next) {

    /**
     * In their order; of a job that is nothing but a purge or a prefetch, that alone.
     *
     * @param active whether somebody is at work on the job, so that the step whose turn it is runs
     */
    public List<Step> list(boolean active) {
        List<Step> steps = new ArrayList<>();
        if (verification != null) {
            steps.add(probe(verification, active));
        }
        steps.add(work(active));
        if (followUp != null) {
            steps.add(prefetch(followUp, active));
        }
        if (verification != null) {
            steps.add(verify(verification, active));
        }
        return List.copyOf(steps);
    }

    private Step probe(Verification of, boolean active) {
        Instant from = job.job().createdAt();
        Integer sample = of.order().sample();
        int all = job.targets().total();
        int targets = sample == null ? all : Math.min(sample, all);
        if (of.beforeAt() != null) {
            return Step.of(Kind.PROBE, State.DONE, from, of.beforeAt(), targets);
        }
        if (job.endedAt() != null) {
            return undone(Kind.PROBE, null, null, targets, targets, null);
        }
        return Step.of(Kind.PROBE, turn(active || !job.resumable()), from, null, targets);
    }

    private boolean isProbing() {
        return verification != null && verification.beforeAt() == null && job.endedAt() == null;
    }

    /** The purge, or what else the job itself is. */
    private Step work(boolean active) {
        Kind kind = job.job().type().isPrefetch() ? Kind.PREFETCH : Kind.PURGE;
        if (isProbing()) {
            return Step.of(kind, State.WAITING, null, null, job.targets().total());
        }
        Instant begun = verification == null ? null : verification.beforeAt();
        Instant from = sentAt != null ? sentAt : begun != null ? begun : job.job().createdAt();
        return work(kind, job, from, active);
    }

    private static Step work(Kind kind, JobSummary of, Instant from, boolean active) {
        TargetCounts targets = of.targets();
        Instant ended = of.endedAt();
        if (ended == null) {
            State state = turn(active || !of.resumable());
            return Step.of(kind, state, from, null, targets.total());
        }
        int undone = targets.total() - targets.succeeded();
        return undone == 0
                ? Step.of(kind, State.DONE, from, ended, targets.total())
                : undone(
                        kind,
                        targets.canceled() == targets.total() ? null : from,
                        ended,
                        undone,
                        targets.total(),
                        null);
    }

    /** It failed, or was not even begun. */
    private static Step undone(
            Kind kind,
            @Nullable Instant from,
            @Nullable Instant to,
            int undone,
            int of,
            @Nullable Unmade unmade) {
        State state = from == null ? State.NOT_DONE : State.FAILED;
        return new Step(kind, state, from, from == null ? null : to, null, undone, of, unmade);
    }

    private Step prefetch(FollowUp of, boolean active) {
        int purged = job.targets().succeeded();
        Unmade unmade = of.unmade();
        if (unmade != null) {
            int missed = unmade == Unmade.NOTHING_PURGED ? job.targets().total() : purged;
            return undone(Kind.PREFETCH, null, null, missed, missed, unmade);
        }
        if (next != null) {
            return work(Kind.PREFETCH, next, next.job().createdAt(), active).by(next.job().id());
        }
        if (of.next() != null) {
            // Only what has ended is ever removed from the journal.
            return Step.of(Kind.PREFETCH, State.DONE, null, null, 0).by(of.next());
        }
        boolean due = job.endedAt() != null;
        return Step.of(Kind.PREFETCH, turn(due && active), null, null, purged);
    }

    private Step verify(Verification of, boolean active) {
        Instant purged = job.endedAt();
        Instant to = of.afterAt();
        int judged = of.verdicts().values().stream().mapToInt(Integer::intValue).sum();
        if (to == null) {
            boolean due = purged != null && isPrefetchOver();
            Instant from = due && active && purged != null ? turnOfVerify(purged) : null;
            return Step.of(Kind.VERIFY, turn(due && active), from, null, 0);
        }
        if (judged == 0) {
            int total = job.targets().total();
            return undone(Kind.VERIFY, null, null, total, total, null);
        }
        Instant from = turnOfVerify(purged == null ? to : purged);
        int stale = of.count(Verdict.Kind.STALE);
        return stale == 0
                ? Step.of(Kind.VERIFY, State.DONE, from, to, judged)
                : undone(Kind.VERIFY, from, to, stale, judged, null);
    }

    private boolean isPrefetchOver() {
        return followUp == null
                || followUp.unmade() != null
                || (followUp.next() != null && (next == null || next.endedAt() != null));
    }

    private Instant turnOfVerify(Instant purged) {
        Instant prefetched = next == null ? null : next.endedAt();
        return prefetched == null ? purged : prefetched;
    }

    private static State turn(boolean runs) {
        return runs ? State.RUNNING : State.WAITING;
    }
}

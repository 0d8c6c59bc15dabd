package edgeone.purge.model.step;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.FollowUp;
import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifyOrder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The steps of a purge of three targets, at each moment of its life. */
final class JobStepsTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant PROBED = START.plusSeconds(5);
    private static final Instant ENDED = START.plusSeconds(9);
    private static final Instant JUDGED = START.plusSeconds(20);
    private static final FollowUp OPEN = new FollowUp(null, null);

    @Test
    void aPurgeAloneIsOneStep() {
        assertThat(told(new JobSteps(purge(ENDED, 3, 0), PROBED, null, null, null), false))
                .containsExactly("PURGE DONE");
    }

    @Test
    void eachWaitsForTheOneBeforeIt() {
        JobSteps probing = new JobSteps(purge(null, 0, 0), null, verified(null, null), OPEN, null);
        assertThat(told(probing, true))
                .containsExactly(
                        "PROBE RUNNING", "PURGE WAITING", "PREFETCH WAITING", "VERIFY WAITING");
        JobSteps purging =
                new JobSteps(purge(null, 0, 0), PROBED, verified(PROBED, null), OPEN, null);
        assertThat(told(purging, true))
                .containsExactly(
                        "PROBE DONE", "PURGE RUNNING", "PREFETCH WAITING", "VERIFY WAITING");
        JobSteps due = new JobSteps(purge(ENDED, 3, 0), PROBED, verified(PROBED, null), OPEN, null);
        assertThat(told(due, true)).endsWith("PREFETCH RUNNING", "VERIFY WAITING");
        JobSteps warm =
                new JobSteps(
                        purge(ENDED, 3, 0),
                        PROBED,
                        verified(PROBED, null),
                        new FollowUp("next", null),
                        next(JUDGED, 3));
        assertThat(told(warm, true)).endsWith("PREFETCH DONE", "VERIFY RUNNING");
        assertThat(warm.list(true).getLast().from()).isEqualTo(JUDGED);
    }

    /** After a crash nothing runs. */
    @Test
    void whereNobodyIsAtWorkTheNextStepWaits() {
        JobSteps due = new JobSteps(purge(ENDED, 3, 0), PROBED, verified(PROBED, null), OPEN, null);
        assertThat(told(due, false))
                .containsExactly("PROBE DONE", "PURGE DONE", "PREFETCH WAITING", "VERIFY WAITING");
        JobSteps left = new JobSteps(resumable(), null, verified(null, null), OPEN, null);
        assertThat(told(left, false)).startsWith("PROBE WAITING", "PURGE WAITING");
    }

    @Test
    void whatFailedSaysOfHowMany() {
        Step prefetch =
                new JobSteps(
                                purge(ENDED, 2, 1),
                                PROBED,
                                null,
                                new FollowUp("next", null),
                                next(JUDGED, 1))
                        .list(false)
                        .getLast();
        assertThat(prefetch.state()).isEqualTo(Step.State.FAILED);
        assertThat(prefetch.job()).isEqualTo("next");
        assertThat(prefetch.undone()).isEqualTo(2);
        assertThat(prefetch.of()).isEqualTo(3);
        Step purge =
                new JobSteps(purge(ENDED, 2, 1), PROBED, null, null, null).list(false).getFirst();
        assertThat(purge.state()).isEqualTo(Step.State.FAILED);
        assertThat(purge.undone()).isEqualTo(1);
    }

    @Test
    void whatWillNotBeDoneSaysWhy() {
        Step prefetch =
                new JobSteps(
                                purge(ENDED, 3, 0),
                                PROBED,
                                null,
                                new FollowUp(null, Unmade.NOT_IN_PLAN),
                                null)
                        .list(false)
                        .getLast();
        assertThat(prefetch.state()).isEqualTo(Step.State.NOT_DONE);
        assertThat(prefetch.unmade()).isEqualTo(Unmade.NOT_IN_PLAN);
        assertThat(prefetch.undone()).isEqualTo(3);
    }

    @Test
    void aStaleTargetFailsTheVerification() {
        Step verify = judged(Map.of(Kind.FRESH, 2, Kind.STALE, 1));
        assertThat(verify.state()).isEqualTo(Step.State.FAILED);
        assertThat(verify.undone()).isEqualTo(1);
        assertThat(judged(Map.of(Kind.UNCLEAR, 3)).state()).isEqualTo(Step.State.DONE);
        assertThat(judged(Map.of()).state()).as("nothing purged").isEqualTo(Step.State.NOT_DONE);
    }

    private static Step judged(Map<Kind, Integer> verdicts) {
        Verification of = new Verification(order(), PROBED, JUDGED, verdicts);
        return new JobSteps(purge(ENDED, 3, 0), PROBED, of, null, null).list(false).getLast();
    }

    private static List<String> told(JobSteps steps, boolean active) {
        return steps.list(active).stream().map(s -> s.kind() + " " + s.state()).toList();
    }

    private static VerifyOrder order() {
        return new VerifyOrder(List.of(), null, 1, false);
    }

    private static Verification verified(@Nullable Instant before, @Nullable Instant after) {
        return new Verification(order(), before, after, Map.of());
    }

    private static JobSummary purge(@Nullable Instant ended, int succeeded, int failed) {
        int open = 3 - succeeded - failed;
        return summary(
                PurgeType.URL,
                new TargetCounts(3, 0, open, succeeded, failed, 0, 0, 0),
                ended,
                false);
    }

    private static JobSummary resumable() {
        return summary(PurgeType.URL, new TargetCounts(3, 3, 0, 0, 0, 0, 0, 0), null, true);
    }

    private static JobSummary next(Instant ended, int succeeded) {
        return summary(
                PurgeType.PREFETCH,
                new TargetCounts(3, 0, 0, succeeded, 3 - succeeded, 0, 0, 0),
                ended,
                false);
    }

    private static JobSummary summary(
            PurgeType type, TargetCounts targets, @Nullable Instant ended, boolean resumable) {
        Job job =
                new Job(
                        type.isPrefetch() ? "next" : "purge",
                        START,
                        "demo",
                        "demo",
                        "key",
                        "demo",
                        "zone-1",
                        "example.com",
                        type,
                        null,
                        List.of(),
                        null);
        JobState state = ended == null ? JobState.RUNNING : JobState.SUCCEEDED;
        return new JobSummary(job, state, targets, ended, false, resumable);
    }
}

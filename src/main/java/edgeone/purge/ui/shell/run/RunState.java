package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.model.TargetCounts;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * The state of a run at one moment.
 *
 * @param jobId null until the job is in the journal
 * @param batches requests of the job
 * @param settledBatches requests with a final answer
 * @param waiting the current pause; null if there is none
 * @param clockOffset correction of the clock that requests are signed with; null if there is none
 * @param result how it ended; null before that, or if {@code trouble} ended it
 * @param trouble the error that ended it; null if there was none
 */
public record RunState(
        Phase phase,
        @Nullable String jobId,
        int batches,
        int settledBatches,
        TargetCounts counts,
        @Nullable Pause waiting,
        @Nullable Duration clockOffset,
        @Nullable RunResult result,
        @Nullable Exception trouble) {

    /** What a run is doing. */
    public enum Phase {
        /** Requests are being sent. */
        SENDING,
        /** All requests are sent; EdgeOne is processing them. */
        FOLLOWING,
        ENDED
    }

    /** A pause, and when it ends. */
    public record Pause(Instant until, Progress.Reason reason) {}

    static RunState starting(@Nullable String jobId, int batches, int targets) {
        return new RunState(
                Phase.SENDING,
                jobId,
                batches,
                0,
                new TargetCounts(targets, targets, 0, 0, 0, 0, 0, 0),
                null,
                null,
                null,
                null);
    }

    RunState in(Phase next) {
        return new RunState(
                next, jobId, batches, settledBatches, counts, null, clockOffset, result, trouble);
    }

    RunState journaled(Progress.Event.Journaled event) {
        return new RunState(
                phase,
                event.jobId(),
                event.batches(),
                settledBatches,
                counts,
                waiting,
                clockOffset,
                result,
                trouble);
    }

    RunState counted(Progress.Event.Counted event) {
        return new RunState(
                phase,
                jobId,
                event.batches(),
                event.settledBatches(),
                event.targets(),
                null,
                clockOffset,
                result,
                trouble);
    }

    RunState paused(Pause pause) {
        return new RunState(
                phase, jobId, batches, settledBatches, counts, pause, clockOffset, result, trouble);
    }

    RunState clock(Duration offset) {
        return new RunState(
                phase, jobId, batches, settledBatches, counts, waiting, offset, result, trouble);
    }

    RunState with(RunResult answer) {
        RunResult whole = result == null ? answer : answer.after(result);
        return new RunState(
                phase,
                answer.summary().job().id(),
                batches,
                settledBatches,
                answer.summary().targets(),
                null,
                clockOffset,
                whole,
                null);
    }

    RunState broken(Exception cause) {
        return new RunState(
                Phase.ENDED,
                jobId,
                batches,
                settledBatches,
                counts,
                null,
                clockOffset,
                result,
                cause);
    }
}

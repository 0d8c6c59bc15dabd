package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.model.TargetCounts;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a run stands, all of one moment.
 *
 * @param jobId null until it is in the journal
 * @param batches requests of the job
 * @param settledBatches requests EdgeOne has answered for good
 * @param waiting why work pauses; null while it does not
 * @param clockOffset by how much requests are signed with a corrected clock; null where they are
 *     not
 * @param result how it ended; null while it has not, or where {@code trouble} ended it
 * @param trouble what ended it; null where nothing did
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

    /** What a run is at. */
    public enum Phase {
        /** Requests leave. */
        SENDING,
        /** Everything that could leave has left; EdgeOne is asked how it goes. */
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

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
 * @param origin how far the origin is asked first; null if it is not to be
 * @param probes how far the edge is asked; null before that
 * @param moves increases when another step of it begins or ends
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
        @Nullable Exception trouble,
        @Nullable OriginState origin,
        @Nullable Probes probes,
        int moves) {

    /** What a run is doing. */
    public enum Phase {
        /** Requests are being sent. */
        SENDING,
        /** All requests are sent; EdgeOne is processing them. */
        FOLLOWING,
        ENDED
    }

    /**
     * How far the edge is asked.
     *
     * @param after whether EdgeOne is done with the purge; otherwise it is not sent yet
     * @param done how often by now
     * @param all how often in all
     */
    public record Probes(boolean after, int done, int all) {}

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
                null,
                null,
                null,
                0);
    }

    RunState in(Phase next) {
        return new RunState(
                next,
                jobId,
                batches,
                settledBatches,
                counts,
                null,
                clockOffset,
                result,
                trouble,
                origin,
                probes,
                moves);
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
                trouble,
                origin,
                probes,
                moves);
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
                trouble,
                origin,
                probes,
                moves);
    }

    RunState paused(Pause pause) {
        return new RunState(
                phase,
                jobId,
                batches,
                settledBatches,
                counts,
                pause,
                clockOffset,
                result,
                trouble,
                origin,
                probes,
                moves);
    }

    RunState clock(Duration offset) {
        return new RunState(
                phase,
                jobId,
                batches,
                settledBatches,
                counts,
                waiting,
                offset,
                result,
                trouble,
                origin,
                probes,
                moves);
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
                null,
                origin,
                probes,
                moves);
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
                cause,
                origin,
                probes,
                moves);
    }

    RunState origin(OriginState now) {
        return with(now, probes, moves + 1);
    }

    RunState probed(Progress.Event.Probed event) {
        return with(origin, new Probes(event.after(), event.done(), event.all()), moves);
    }

    RunState moved() {
        return with(origin, probes, moves + 1);
    }

    private RunState with(@Nullable OriginState asked, @Nullable Probes probed, int movedSoOften) {
        return new RunState(
                phase,
                jobId,
                batches,
                settledBatches,
                counts,
                waiting,
                clockOffset,
                result,
                trouble,
                asked,
                probed,
                movedSoOften);
    }
}

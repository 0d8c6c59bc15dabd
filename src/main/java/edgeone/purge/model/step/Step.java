package edgeone.purge.model.step;

import edgeone.purge.model.FollowUp.Unmade;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/**
 * A step of a job.
 *
 * @param from when it began; null before that
 * @param to when it ended; null before that
 * @param job the job that does it, if it is another one; null for none, or none yet
 * @param undone of how many targets it was not done; 0 unless it has ended
 * @param of how many targets it is about; 0 where that is not known
 * @param unmade why there is no prefetch; null for other steps and reasons
 */
public record Step(
        Kind kind,
        State state,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String job,
        int undone,
        int of,
        @Nullable Unmade unmade) {

    /** In the order in which they are done. */
    public enum Kind {
        /** The origin is asked whether it has new bytes. */
        CHECK_ORIGIN,
        /** The edge is asked before the purge. */
        PROBE,
        PURGE,
        PREFETCH,
        /** The edge is asked again, and judged. */
        VERIFY;

        /** The word for scripts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a step is. */
    public enum State {
        /** For the step before it, or for somebody to go on. */
        WAITING,
        RUNNING,
        DONE,
        /** It ended, and not all of it was done. */
        FAILED,
        /** It will not be done. */
        NOT_DONE;

        /** The word for scripts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that has neither failed nor ended without having been done. */
    static Step of(
            Kind kind, State state, @Nullable Instant from, @Nullable Instant to, int targets) {
        return new Step(kind, state, from, to, null, 0, targets, null);
    }

    /** Whether something of it was not done. */
    public boolean isBad() {
        return state == State.FAILED || state == State.NOT_DONE;
    }

    /** The same, done by a job. */
    Step by(@Nullable String other) {
        return new Step(kind, state, from, to, other, undone, of, unmade);
    }
}

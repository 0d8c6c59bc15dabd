package edgeone.purge.engine.release;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a request stands.
 *
 * @param request its ID
 * @param by who decided, a user of the database; null if nobody has
 * @param until when it expires or expired, by this machine's clock
 * @param jobId the job it was taken for; null if it was not
 */
public record Release(
        String request, State state, @Nullable String by, Instant until, @Nullable String jobId) {
    /** What became of it. */
    public enum State {
        /** Nobody has decided yet. */
        WAITING,
        /** It may be sent once. */
        RELEASED,
        DECLINED,
        /** Nobody decided in time, or it was not sent in time. */
        EXPIRED,
        /** A job took it. */
        TAKEN
    }
}

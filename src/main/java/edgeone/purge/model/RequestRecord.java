package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One request to EdgeOne for a job, as stored in the journal. Never holds a secret.
 *
 * @param batch the batch it was made for; 0 if it was for the whole job
 * @param tookMillis from the first byte sent to the reply read; {@link #TOOK_UNKNOWN} where it is
 *     not known
 * @param code error code; null if EdgeOne answered without an error
 */
public record RequestRecord(
        int batch,
        String action,
        Instant at,
        long tookMillis,
        @Nullable String requestId,
        @Nullable String code,
        @Nullable String message) {
    public static final long TOOK_UNKNOWN = -1;
}

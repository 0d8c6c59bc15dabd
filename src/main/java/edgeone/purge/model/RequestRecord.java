package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One request made to EdgeOne for a job, as the journal keeps it. Never holds a secret.
 *
 * @param batch the batch it was made for; 0 where it served the whole job
 * @param tookMillis from the first byte out to the reply read
 * @param code error code; null where EdgeOne answered without an error
 */
public record RequestRecord(
        int batch,
        String action,
        Instant at,
        long tookMillis,
        @Nullable String requestId,
        @Nullable String code,
        @Nullable String message) {}

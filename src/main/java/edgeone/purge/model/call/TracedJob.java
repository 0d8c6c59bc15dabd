package edgeone.purge.model.call;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A request that was made for a job, as the job's own record has it.
 *
 * @param batch null if it was made for the whole job
 * @param at when it was sent
 * @param code of the error, EdgeOne's or this program's; null if there was none
 */
public record TracedJob(
        String job,
        @Nullable Integer batch,
        Instant at,
        String action,
        @Nullable String code,
        @Nullable String requestId) {}

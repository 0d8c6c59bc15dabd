package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

/**
 * A target of a job and its outcome.
 *
 * @param position position in the job, from 1
 * @param batch the batch that carries it
 * @param target as sent
 * @param reason EdgeOne's message, if it failed
 * @param code the error code or FailType behind the reason
 */
public record TargetRow(
        int position,
        int batch,
        String target,
        TargetState state,
        @Nullable String reason,
        @Nullable String code,
        @Nullable String taskId,
        @Nullable String requestId) {}

package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One request of a job: a CreatePurgeTask, or a CreatePrefetchTask.
 *
 * @param n position in the job, from 1
 * @param taskId EdgeOne's {@code JobId}
 * @param requestId EdgeOne's ID of the last request made for it
 * @param attempts how often it was recorded as about to leave
 * @param targets how many targets it holds
 * @param errorCode the last error code from EdgeOne (or the network)
 * @param sentAt when it was last sent
 */
public record Batch(
        int n,
        BatchState state,
        @Nullable String taskId,
        @Nullable String requestId,
        int attempts,
        int targets,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable Instant sentAt) {}

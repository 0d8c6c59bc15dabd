package edgeone.purge.teo.reply;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * EdgeOne's answer to a CreatePurgeTask or CreatePrefetchTask without an error.
 *
 * @param jobId EdgeOne's {@code JobId}; null if it sent none (possible when every target failed)
 * @param failed targets it rejected, grouped by reason; empty if {@code FailedList} was null or
 *     absent
 */
public record PurgeReply(
        @Nullable String jobId, List<FailReason> failed, @Nullable String requestId) {
    public PurgeReply {
        failed = List.copyOf(failed);
    }

    /** One reason and the targets it applies to. */
    public record FailReason(String reason, List<String> targets) {
        public FailReason {
            targets = List.copyOf(targets);
        }
    }
}

package edgeone.purge.model.stats;

import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

/**
 * How many targets were not purged for one reason.
 *
 * @param state rejected, failed or timed out
 * @param code EdgeOne's error code
 * @param reason the label of the state if there is no other
 */
public record FailureReason(TargetState state, @Nullable String code, String reason, long count) {}

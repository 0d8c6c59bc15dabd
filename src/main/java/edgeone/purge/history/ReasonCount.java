package edgeone.purge.history;

import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

/**
 * A reason and the number of targets that share it.
 *
 * @param reason the label of the state where there is no other
 */
public record ReasonCount(TargetState state, @Nullable String code, String reason, int count) {}

package edgeone.purge.model.query;

import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Which targets of a job to list. A target must meet every condition.
 *
 * @param states empty for all
 * @param end how they ended; null for all
 */
public record TargetFilter(Set<TargetState> states, @Nullable End end) {
    public static final TargetFilter ALL = new TargetFilter(Set.of(), null);

    public TargetFilter {
        states = Set.copyOf(states);
    }

    public static TargetFilter of(Set<TargetState> states) {
        return new TargetFilter(states, null);
    }

    /**
     * How targets ended.
     *
     * @param reason the label of the state if there is no other
     */
    public record End(@Nullable String code, String reason) {}
}

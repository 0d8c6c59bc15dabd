package edgeone.purge.probe;

import org.jspecify.annotations.Nullable;

/**
 * One target to ask one edge for.
 *
 * @param edge null for the one DNS names
 */
public record Question(String target, @Nullable EdgeAddress edge) {
    /** The edge as it is written down; null for the one DNS names. */
    public @Nullable String edgeName() {
        return edge == null ? null : edge.toString();
    }
}

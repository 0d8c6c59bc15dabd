package edgeone.purge.probe.origin;

import edgeone.purge.probe.origin.Finding.Old;
import edgeone.purge.probe.origin.Finding.Unknown;

import java.util.List;

/**
 * How far the origin is.
 *
 * @param targets how many were compared
 * @param open those that are not new, in order
 */
public record Round(int targets, List<Checked> open) {
    public Round {
        open = List.copyOf(open);
    }

    /** Those of which the origin still serves what the edge has. */
    public List<Checked> old() {
        return open.stream().filter(c -> c.finding() instanceof Old).toList();
    }

    /** Those of which it cannot be told. */
    public List<Checked> unknown() {
        return open.stream().filter(c -> c.finding() instanceof Unknown).toList();
    }

    /** How many are new. */
    public int fresh() {
        return targets - open.size();
    }

    /** Whether all are new. */
    public boolean isNew() {
        return open.isEmpty();
    }
}

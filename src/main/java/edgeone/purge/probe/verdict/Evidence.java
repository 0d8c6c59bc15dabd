package edgeone.purge.probe.verdict;

import edgeone.purge.model.probe.Probe;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is known about the purge of one target.
 *
 * @param before the probes before it was sent, one for each edge; may be empty
 * @param after the probes after EdgeOne was done, one for each edge
 * @param taken when EdgeOne took the purge, by its own clock, to the second; null if it did not say
 */
public record Evidence(List<Probe> before, List<Probe> after, @Nullable Instant taken) {
    public Evidence {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The probe of an edge before the purge; null if there is none. */
    @Nullable Probe before(@Nullable String edge) {
        return before.stream()
                .filter(probe -> Objects.equals(probe.edge(), edge))
                .findFirst()
                .orElse(null);
    }
}

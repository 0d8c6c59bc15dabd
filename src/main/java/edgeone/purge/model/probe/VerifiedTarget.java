package edgeone.purge.model.probe;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is known about one target of a verified job.
 *
 * @param verdict null until there is one
 * @param before the probes before the purge, one for each edge
 * @param after the probes after it
 */
public record VerifiedTarget(@Nullable Verdict verdict, List<Probe> before, List<Probe> after) {
    public VerifiedTarget {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}

package edgeone.purge.model.probe;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is to be verified about a purge.
 *
 * @param edges the edges to ask, as given; empty for the one DNS names
 * @param sample how many targets are asked for, chosen at random; null for all
 * @param seed which ones
 * @param allowPrivate whether private, loopback and link-local addresses may be asked
 */
public record VerifyOrder(
        List<String> edges, @Nullable Integer sample, long seed, boolean allowPrivate) {
    public VerifyOrder {
        edges = List.copyOf(edges);
    }
}

package edgeone.purge.model.prune;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What would be removed from the history.
 *
 * @param from when the oldest of the jobs was submitted; null if there are none
 * @param to when the newest of them was submitted; null if there are none
 * @param left how many jobs stay
 */
public record PrunePreview(
        int jobs, long targets, @Nullable Instant from, @Nullable Instant to, int left) {}

package edgeone.purge.model.prune;

import java.time.Instant;

/** Which old jobs to remove from the history. Jobs that have not ended always stay. */
public sealed interface PruneChoice {
    /** Those submitted before a time. */
    record Before(Instant time) implements PruneChoice {}

    /**
     * All but the newest.
     *
     * @param jobs how many to keep, 0 or more
     */
    record Keep(int jobs) implements PruneChoice {}
}

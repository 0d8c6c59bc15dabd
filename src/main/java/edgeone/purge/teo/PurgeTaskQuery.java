package edgeone.purge.teo;

import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What to look up with DescribePurgeTasks; always within one zone. */
public sealed interface PurgeTaskQuery {
    String zoneId();

    /** All rows of one EdgeOne job. */
    record ByJob(String zoneId, String jobId) implements PurgeTaskQuery {}

    /**
     * All rows created in a window of EdgeOne's clock, at most 7 days wide.
     *
     * @param type limits the rows to one type; null for all
     */
    record ByTime(String zoneId, Instant from, Instant to, @Nullable PurgeType type)
            implements PurgeTaskQuery {}
}

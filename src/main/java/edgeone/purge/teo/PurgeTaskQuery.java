package edgeone.purge.teo;

import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What to look up among the tasks of one kind; always within one zone. */
public sealed interface PurgeTaskQuery {
    String zoneId();

    /** The type of the rows; null for all purges. */
    @Nullable PurgeType type();

    /** The list they are in. */
    default TaskKind kind() {
        PurgeType type = type();
        return type == null ? TaskKind.PURGE : TaskKind.of(type);
    }

    /**
     * All rows of one EdgeOne job.
     *
     * @param type says in which list it is; null for a purge of any type
     */
    record ByJob(String zoneId, String jobId, @Nullable PurgeType type) implements PurgeTaskQuery {
        /** Of a purge. */
        public ByJob(String zoneId, String jobId) {
            this(zoneId, jobId, null);
        }
    }

    /**
     * All rows created in a window of EdgeOne's clock, at most 7 days wide.
     *
     * @param type limits the rows to one type; null for all purges
     */
    record ByTime(String zoneId, Instant from, Instant to, @Nullable PurgeType type)
            implements PurgeTaskQuery {}
}

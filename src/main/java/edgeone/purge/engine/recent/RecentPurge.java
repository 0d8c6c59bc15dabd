package edgeone.purge.engine.recent;

import edgeone.purge.model.PurgeType;

import java.time.Duration;

/**
 * Targets of a plan that were purged a short while ago.
 *
 * @param type of the plan
 * @param targets how many, at least 1
 * @param running how many of them EdgeOne still works on
 * @param ago how long ago the newest of them was submitted; not negative
 */
public record RecentPurge(PurgeType type, int targets, int running, Duration ago) {

    /** The message that tells it. */
    public String messageKey() {
        if (running > 0) {
            return "engine.recent.running";
        }
        return type.isPrefetch() ? "engine.recent.prefetched" : "engine.recent.done";
    }

    /** {@link #ago()} in minutes, at least 1. */
    public long minutesAgo() {
        return Math.max(1, ago.toMinutes());
    }
}

package edgeone.purge.engine.recent;

import java.time.Duration;

/**
 * Targets of a plan that were purged a short while ago.
 *
 * @param targets how many, at least 1
 * @param running how many of them EdgeOne still works on
 * @param ago how long ago the newest of them was submitted; not negative
 */
public record RecentPurge(int targets, int running, Duration ago) {

    /** {@link #ago()} in minutes, at least 1. */
    public long minutesAgo() {
        return Math.max(1, ago.toMinutes());
    }
}

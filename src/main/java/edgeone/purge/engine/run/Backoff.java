package edgeone.purge.engine.run;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential pauses with full jitter: anywhere between nothing and {@code base · 2^failures},
 * capped.
 */
public final class Backoff {
    private final Duration cap;
    private final RandomGenerator random;

    public Backoff(Duration cap, RandomGenerator random) {
        this.cap = cap;
        this.random = random;
    }

    /**
     * Returns the pause before the next try.
     *
     * @param failures how many tries have failed, from 1
     */
    public Duration pause(Duration base, int failures) {
        int doublings = Math.min(failures - 1, 30);
        long most = Math.min(cap.toNanos(), saturatedShift(base.toNanos(), doublings));
        return Duration.ofNanos(most == 0 ? 0 : random.nextLong(most + 1));
    }

    private static long saturatedShift(long value, int by) {
        return value > Long.MAX_VALUE >> by ? Long.MAX_VALUE : value << by;
    }
}

package edgeone.purge.engine.guard;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A countdown that has begun. By a clock that never jumps and stops while the machine sleeps, so
 * that a purge does not leave the moment a lid is opened.
 */
public final class Countdown {
    private final LongSupplier nanos;
    private final long began;
    private final Duration length;

    /**
     * Begins one.
     *
     * @param nanos as {@link System#nanoTime()}
     */
    public Countdown(Duration length, LongSupplier nanos) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.length = length;
    }

    /** Whole seconds left, rounded up; 0 once it has ended. */
    public int secondsLeft() {
        long left = left();
        return (int) ((left + 999_999_999) / 1_000_000_000);
    }

    /** How much of it has passed, from 0 to 1. */
    public double passed() {
        return length.isZero() ? 1 : 1 - (double) left() / length.toNanos();
    }

    public boolean hasEnded() {
        return left() == 0;
    }

    /** Time until the number shown changes; zero once it has ended. */
    public Duration untilNextSecond() {
        long left = left();
        long rest = left % 1_000_000_000;
        return Duration.ofNanos(rest == 0 && left > 0 ? 1_000_000_000 : rest);
    }

    private long left() {
        return Math.clamp(length.toNanos() - (nanos.getAsLong() - began), 0, length.toNanos());
    }
}

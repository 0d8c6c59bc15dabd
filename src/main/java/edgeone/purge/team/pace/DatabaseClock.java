package edgeone.purge.team.pace;

import java.util.concurrent.TimeUnit;

/**
 * Translates times of the database's clock into times of {@link System#nanoTime()}. The wall clock
 * of this machine plays no part: each answer tells the database's time, and the one that came back
 * fastest counts, because its time of reading is known best. Not thread-safe.
 */
final class DatabaseClock {
    private static final long VALID = TimeUnit.SECONDS.toNanos(60);

    /** Two measurements further apart than their round trips explain: a clock has jumped. */
    private static final long TOLERANCE = TimeUnit.MILLISECONDS.toNanos(5);

    private boolean measured;
    private long offset;
    private long trip;
    private long measuredAt;

    /**
     * A measurement.
     *
     * @param asked before the question left, by {@link System#nanoTime()}
     * @param answered when the answer was there
     * @param nowMicros the database's time in between
     */
    void measure(long asked, long answered, long nowMicros) {
        long newTrip = answered - asked;
        long newOffset = asked + newTrip / 2 - TimeUnit.MICROSECONDS.toNanos(nowMicros);
        boolean jumped = Math.abs(newOffset - offset) > newTrip / 2 + trip / 2 + TOLERANCE;
        if (!measured || jumped || newTrip <= trip || answered - measuredAt > VALID) {
            measured = true;
            offset = newOffset;
            trip = newTrip;
            measuredAt = answered;
        }
    }

    /** A time of {@link System#nanoTime()}, in microseconds of the database. */
    long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos - offset);
    }

    /** A time of the database, in nanoseconds of {@link System#nanoTime()}. */
    long local(long micros) {
        return TimeUnit.MICROSECONDS.toNanos(micros) + offset;
    }
}

package edgeone.purge.engine.pace;

import java.util.Random;

/** A clock that only moves when somebody waits, with timers that are late as real ones are. */
final class VirtualTime implements PaceClock {
    private final Random random;
    private long wallMicros = 1_767_225_600_000_000L;
    private long nanos = -5_000_000_000L;

    /** How late a timer is, in microseconds; drawn anew each time up to this. */
    long latest = 0;

    /** One timer in so many is very late, as on a machine that is busy elsewhere; 0 for none. */
    int hiccup = 0;

    /** What else happens while somebody waits. */
    Runnable meanwhile = () -> {};

    VirtualTime(long seed) {
        random = new Random(seed);
    }

    void pass(long micros) {
        wallMicros += micros;
        nanos += micros * 1_000;
    }

    void stepWall(long micros) {
        wallMicros += micros;
    }

    @Override
    public long wallMicros() {
        return wallMicros;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void park(long wanted) {
        long end = nanos + wanted;
        meanwhile.run();
        long late = latest == 0 ? 0 : random.nextLong(latest);
        if (hiccup > 0 && random.nextInt(hiccup) == 0) {
            late += random.nextLong(400_000);
        }
        pass(Math.max(0, (end - nanos + 999) / 1_000) + late);
    }
}

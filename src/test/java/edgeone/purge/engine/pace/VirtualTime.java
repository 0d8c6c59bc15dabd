package edgeone.purge.engine.pace;

import java.util.Random;

/** A clock that only moves during waits, with timers as late as real ones. */
final class VirtualTime implements PaceClock {
    private final Random random;
    private long wallMicros = 1_767_225_600_000_000L;
    private long nanos = -5_000_000_000L;

    /** The most a timer is late, in microseconds; drawn at random each time. */
    long latest = 0;

    /** One timer in this many is very late, as on a busy machine; 0 for none. */
    int hiccup = 0;

    /** What else happens during a wait. */
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

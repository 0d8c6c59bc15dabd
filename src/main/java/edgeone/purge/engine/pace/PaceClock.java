package edgeone.purge.engine.pace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The time a gate goes by. */
interface PaceClock {
    /** Microseconds since 1970, the time that processes have in common. May step either way. */
    long wallMicros();

    /** As {@link System#nanoTime()}: never steps, but stands still while the machine sleeps. */
    long nanos();

    /** Returns after about {@code nanos}, or earlier. */
    void park(long nanos) throws InterruptedException;

    PaceClock SYSTEM =
            new PaceClock() {
                @Override
                public long wallMicros() {
                    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                }

                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void park(long nanos) throws InterruptedException {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    // A long wait is cut, so that a machine that slept notices soon.
                    LockSupport.parkNanos(this, Math.min(nanos, TimeUnit.SECONDS.toNanos(1)));
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            };
}

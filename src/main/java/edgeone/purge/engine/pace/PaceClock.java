package edgeone.purge.engine.pace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The clock of a gate. */
interface PaceClock {
    /** Microseconds since 1970, shared by all processes. May jump either way. */
    long wallMicros();

    /** Like {@link System#nanoTime()}: never jumps, but stops while the machine sleeps. */
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
                    // A long wait is split, so that it soon notices if the machine slept.
                    LockSupport.parkNanos(this, Math.min(nanos, TimeUnit.SECONDS.toNanos(1)));
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            };
}

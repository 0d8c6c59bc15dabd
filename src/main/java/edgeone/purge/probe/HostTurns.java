package edgeone.purge.probe;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes turns at asking one host. Thread-safe. */
final class HostTurns {
    private final Semaphore room;
    private final long gap;
    private long next;
    private boolean begun;

    HostTurns(ProbePace pace) {
        room = new Semaphore(pace.atOnce(), true);
        gap = TimeUnit.SECONDS.toNanos(1) / pace.perSecond();
    }

    /** Waits for a turn; {@link #end} gives it back. */
    void begin() throws InterruptedException {
        room.acquire();
        try {
            long wait = reserve();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        } catch (InterruptedException e) {
            room.release();
            throw e;
        }
    }

    void end() {
        room.release();
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        if (!begun || next - now < 0) {
            begun = true;
            next = now;
        }
        long wait = next - now;
        next += gap;
        return wait;
    }
}

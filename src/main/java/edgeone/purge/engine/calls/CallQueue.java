package edgeone.purge.engine.calls;

import edgeone.purge.teo.watch.CallBody;
import edgeone.purge.teo.watch.CallReport;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The calls that wait to be recorded: so many, and no more. Thread-safe. */
final class CallQueue {
    private static final int MOST_CALLS = 2_000;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int TAKEN = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> calls = new ArrayDeque<>();
    private long bytes;
    private long lost;
    private boolean closed;

    record Waiting(CallReport call, Instant at) {
        private long bytes() {
            CallBody reply = call.reply();
            return call.request().length() + (reply == null ? 0L : reply.length());
        }
    }

    /** Returns at once. */
    void add(Waiting call) {
        lock.lock();
        try {
            if (closed || calls.size() >= MOST_CALLS || bytes + call.bytes() > MOST_BYTES) {
                lost++;
                return;
            }
            calls.add(call);
            bytes += call.bytes();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for calls, and from the first one on a little longer for more.
     *
     * @return some of them; empty if this is closed and none is left
     */
    List<Waiting> take(long gatherMillis) throws InterruptedException {
        lock.lock();
        try {
            while (calls.isEmpty() && !closed) {
                changed.await();
            }
            long left = TimeUnit.MILLISECONDS.toNanos(gatherMillis);
            while (!closed && calls.size() < TAKEN && left > 0) {
                left = changed.awaitNanos(left);
            }
            List<Waiting> taken = new ArrayList<>();
            while (taken.size() < TAKEN && !calls.isEmpty()) {
                Waiting call = calls.removeFirst();
                bytes -= call.bytes();
                taken.add(call);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, unless this is closed or gets closed. */
    void pause(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many calls could not be kept since this was last asked. */
    long lost() {
        lock.lock();
        try {
            long since = lost;
            lost = 0;
            return since;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more calls. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

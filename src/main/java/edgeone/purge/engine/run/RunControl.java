package edgeone.purge.engine.run;

import java.util.concurrent.CountDownLatch;

/** Lets the caller stop a run. Thread-safe. */
public final class RunControl {
    /** How to end a run early. */
    public enum Stop {
        /** Continue. */
        NONE,
        /** Send nothing more and keep the rest for a later resume. */
        KEEP,
        /** Send nothing more and cancel the rest permanently. */
        CANCEL
    }

    private volatile Stop stop = Stop.NONE;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Permanently cancels what has not been sent. What has been sent cannot be recalled. */
    public synchronized void cancel() {
        stop = Stop.CANCEL;
        stopped.countDown();
    }

    /** Stops sending; what has not been sent stays planned. */
    public synchronized void keep() {
        if (stop == Stop.NONE) {
            stop = Stop.KEEP;
        }
        stopped.countDown();
    }

    public Stop stop() {
        return stop;
    }

    public boolean isStopped() {
        return stop != Stop.NONE;
    }

    /** Opens when the run is stopped. */
    CountDownLatch stopped() {
        return stopped;
    }
}

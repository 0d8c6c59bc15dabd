package edgeone.purge.engine.run;

import java.util.concurrent.CountDownLatch;

/** Lets whoever started a run stop it. May be used from any thread. */
public final class RunControl {
    /** How a run is to end early. */
    public enum Stop {
        /** Go on. */
        NONE,
        /** Send nothing more and keep what was not sent, to be resumed later. */
        KEEP,
        /** Send nothing more and cancel what was not sent, for good. */
        CANCEL
    }

    private volatile Stop stop = Stop.NONE;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Cancels what has not been sent, for good. What has gone is gone. */
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

    /** Opens when the run is to end early. */
    CountDownLatch stopped() {
        return stopped;
    }
}

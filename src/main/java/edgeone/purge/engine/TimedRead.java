package edgeone.purge.engine;

import edgeone.purge.teo.TeoException;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Describe call that is given up when its time is over, however long EdgeOne keeps silent. */
final class TimedRead {
    private TimedRead() {}

    /**
     * @throws TimeoutException where {@code limit} passed first; the call has been called off then
     */
    static <T> T within(Duration limit, Reads.Read<T> read)
            throws TeoException, InterruptedException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(read::ask);
        Thread.ofVirtual().name("timed read").start(task);
        try {
            return task.get(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case TeoException teo -> throw teo;
                case RuntimeException bug -> throw bug;
                case Error bug -> throw bug;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            task.cancel(true);
        }
    }
}

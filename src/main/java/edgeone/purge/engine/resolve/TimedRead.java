package edgeone.purge.engine.resolve;

import edgeone.purge.teo.error.TeoException;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A Describe call with a deadline of its own, whatever the network timeouts are. */
public final class TimedRead {
    private TimedRead() {}

    /** A Describe call that distinguishes EdgeOne's errors from those of its own cancellation. */
    @FunctionalInterface
    public interface Call<T> {
        T ask(BooleanSupplier calledOff) throws TeoException, InterruptedException;
    }

    /**
     * Makes the call, and abandons it after {@code limit}.
     *
     * @throws TimeoutException if {@code limit} passed first; the call is then canceled
     */
    public static <T> T within(Duration limit, Call<T> call)
            throws TeoException, InterruptedException, TimeoutException {
        AtomicBoolean calledOff = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> call.ask(calledOff::get));
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
            calledOff.set(true);
            task.cancel(true);
        }
    }
}

package edgeone.purge.engine.run;

import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.TeoException;

import java.time.Duration;

/** Retries Describe calls, which change nothing and may be repeated freely. */
public final class Reads {
    static final int MAX_TRIES = 5;

    private final Timing timing;
    private final Backoff backoff;
    private final RetryBudget budget;
    private final Pauses pauses;

    public Reads(Timing timing, Backoff backoff, RetryBudget budget, Pauses pauses) {
        this.timing = timing;
        this.backoff = backoff;
        this.budget = budget;
        this.pauses = pauses;
    }

    /** A Describe call. */
    @FunctionalInterface
    public interface Read<T> {
        public T ask() throws TeoException, InterruptedException;
    }

    public <T> T ask(Read<T> read, Progress progress, RunControl control)
            throws TeoException, InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                T answer = read.ask();
                budget.succeeded();
                return answer;
            } catch (TeoException e) {
                if (failures >= MAX_TRIES
                        || control.isStopped()
                        || !ErrorCatalogue.mayPass(e.code())
                        || !budget.spend()) {
                    throw e;
                }
                boolean throttled = e.errorClass() == ErrorClass.THROTTLE;
                Duration pause =
                        backoff.pause(
                                throttled ? timing.throttleBase() : timing.readBase(), failures);
                progress.on(
                        new Progress.Event.Waiting(
                                pause,
                                throttled ? Progress.Reason.THROTTLED : Progress.Reason.TROUBLE));
                pauses.pause(pause, control);
            }
        }
    }
}

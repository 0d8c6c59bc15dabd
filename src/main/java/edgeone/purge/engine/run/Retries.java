package edgeone.purge.engine.run;

import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.TeoException;

/** When one run tries a failed request again. Thread-safe. */
public final class Retries {
    private final Timing timing;
    private final Backoff backoff;
    private final RetryBudget budget = new RetryBudget();

    public Retries(Timing timing, Backoff backoff) {
        this.timing = timing;
        this.backoff = backoff;
    }

    /** Takes one retry from the run's budget; false if none is left. */
    public boolean spend() {
        return budget.spend();
    }

    /** Adds to the budget after a request succeeded. */
    public void succeeded() {
        budget.succeeded();
    }

    /**
     * Returns the pause before the next try, longer if EdgeOne asked to slow down.
     *
     * @param failures how many tries have failed, from 1
     */
    public Progress.Event.Waiting after(TeoException failure, int failures) {
        return failure.errorClass() == ErrorClass.THROTTLE
                ? new Progress.Event.Waiting(
                        backoff.pause(timing.throttleBase(), failures), Progress.Reason.THROTTLED)
                : new Progress.Event.Waiting(
                        backoff.pause(timing.readBase(), failures), Progress.Reason.TROUBLE);
    }
}

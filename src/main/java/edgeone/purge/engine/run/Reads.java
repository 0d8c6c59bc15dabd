package edgeone.purge.engine.run;

import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.TeoException;

/** Retries Describe calls, which change nothing and may be repeated freely. */
public final class Reads {
    static final int MAX_TRIES = 5;

    private final Retries retries;
    private final Pauses pauses;

    public Reads(Retries retries, Pauses pauses) {
        this.retries = retries;
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
                retries.succeeded();
                return answer;
            } catch (TeoException e) {
                if (failures >= MAX_TRIES
                        || control.isStopped()
                        || !ErrorCatalogue.mayPass(e.code())
                        || !retries.spend()) {
                    throw e;
                }
                Progress.Event.Waiting waiting = retries.after(e, failures);
                progress.on(waiting);
                pauses.pause(waiting.pause(), control);
            }
        }
    }
}

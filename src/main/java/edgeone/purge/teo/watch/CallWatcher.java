package edgeone.purge.teo.watch;

/** Told of each request once it has ended. Thread-safe. */
@FunctionalInterface
public interface CallWatcher {
    /** Watches nothing. */
    CallWatcher NONE = _ -> {};

    /**
     * Called on the thread that made the call, which waits: must return at once. What it throws is
     * logged and goes no further.
     */
    void ended(CallReport report);
}

package edgeone.purge.history;

/** A history that others write as well, and that may be out of reach at any time. */
public interface SharedHistory extends JobHistory {

    /**
     * Tells on a thread of its own when others have written, until it is closed. Returns at once.
     */
    Watching watch(Watcher watcher);

    /** Hears of a history; called on any thread, must not block. */
    interface Watcher {
        /** Something was written, or the history can be read again. */
        void changed();

        /** It cannot be read for now; it is tried again and again. */
        void lost(UnreachableHistoryException why);
    }

    /** Ends what {@link #watch} began; at once, on any thread. */
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}

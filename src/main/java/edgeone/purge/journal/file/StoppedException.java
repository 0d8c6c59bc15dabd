package edgeone.purge.journal.file;

/** The person who asked for long work on the journal stopped it; nothing was changed by it. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("stopped");
    }
}

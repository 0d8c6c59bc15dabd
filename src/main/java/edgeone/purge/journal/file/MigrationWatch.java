package edgeone.purge.journal.file;

/**
 * Hears how far a migration is. What it throws ends it; the journal is as it was before then.
 * Called on the thread that opens the journal.
 */
@FunctionalInterface
public interface MigrationWatch {
    /** Hears nothing. */
    MigrationWatch NONE = (_, _, _) -> {};

    /** What takes its time. */
    enum Stage {
        /** The journal is copied as it is. */
        COPYING,
        /** Jobs become findable. */
        INDEXING,
        /** Jobs are put into the chain. */
        CHAINING
    }

    /**
     * Some jobs are done.
     *
     * @param total how many there are; 0 if the stage does not count
     */
    void told(Stage stage, int done, int total);
}

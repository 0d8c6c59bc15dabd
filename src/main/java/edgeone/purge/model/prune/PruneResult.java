package edgeone.purge.model.prune;

/**
 * What was removed from the history.
 *
 * @param removed how many jobs
 * @param bytesBefore size of the journal before
 * @param bytesAfter its size now
 * @param outcome whether all of it was done
 */
public record PruneResult(int removed, long bytesBefore, long bytesAfter, Outcome outcome) {
    /** How it ended. */
    public enum Outcome {
        DONE,
        /** It was stopped before the end. */
        STOPPED,
        /** The jobs are gone; the file was left as large as it is, as a purge is running. */
        NOT_COMPACTED
    }
}

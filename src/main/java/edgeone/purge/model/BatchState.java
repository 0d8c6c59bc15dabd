package edgeone.purge.model;

/**
 * Where a batch stands. The journal holds these; see the state table of the command-line contract.
 */
public enum BatchState {
    /** On disk, not sent; will be sent unless canceled. */
    PLANNED,
    /** Committed as about to leave; of a process that is gone it reads as {@link #UNKNOWN}. */
    SENDING,
    /** EdgeOne answered with a task id. */
    ACCEPTED,
    /**
     * EdgeOne refused it for good, or it was proven that EdgeOne does not have it and tries are
     * used up.
     */
    REJECTED,
    /** Sent, and nobody knows yet whether EdgeOne took it. */
    UNKNOWN,
    /** Never sent, and never will be. */
    CANCELED;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether nothing will be sent, looked up or sent again for it. */
    public boolean isSettled() {
        return switch (this) {
            case ACCEPTED, REJECTED, CANCELED -> true;
            case PLANNED, SENDING, UNKNOWN -> false;
        };
    }
}

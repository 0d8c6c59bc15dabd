package edgeone.purge.model;

/**
 * The state of a batch. Stored in the journal; see the state table of the command-line contract.
 */
public enum BatchState {
    /** On disk, not sent; will be sent unless canceled. */
    PLANNED,
    /** Committed as about to leave; reads as {@link #UNKNOWN} once its process has died. */
    SENDING,
    /** EdgeOne answered with a task id. */
    ACCEPTED,
    /** EdgeOne refused it permanently, or provably does not have it and the retries are used up. */
    REJECTED,
    /** Sent; not known yet whether EdgeOne accepted it. */
    UNKNOWN,
    /** Never sent, and never will be. */
    CANCELED;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether nothing remains to be sent, looked up or resent for it. */
    public boolean isSettled() {
        return switch (this) {
            case ACCEPTED, REJECTED, CANCELED -> true;
            case PLANNED, SENDING, UNKNOWN -> false;
        };
    }
}

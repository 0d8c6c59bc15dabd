package edgeone.purge.model;

/**
 * The state of a batch. Stored in the journal; see the state table of the command-line contract.
 */
public enum BatchState {
    /** On disk, not sent; will be sent unless canceled. */
    PLANNED,
    /** Recorded as about to leave; becomes {@link #UNKNOWN} if its process dies. */
    SENDING,
    /** EdgeOne answered with a task ID. */
    ACCEPTED,
    /** EdgeOne refused it permanently, or provably does not have it and the retries are used up. */
    REJECTED,
    /** Sent; it is not yet known whether EdgeOne accepted it. */
    UNKNOWN,
    /** Never sent, and never will be. */
    CANCELED;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether nothing is left to send, look up or resend for it. */
    public boolean isSettled() {
        return switch (this) {
            case ACCEPTED, REJECTED, CANCELED -> true;
            case PLANNED, SENDING, UNKNOWN -> false;
        };
    }
}

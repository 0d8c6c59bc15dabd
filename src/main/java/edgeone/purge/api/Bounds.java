package edgeone.purge.api;

/**
 * The bounds of an integer, or of the number of entries of a list; both ends included.
 *
 * @param most {@link Long#MAX_VALUE} if there is no documented one
 */
public record Bounds(long least, long most) {
    public boolean hold(long value) {
        return value >= least && value <= most;
    }

    /** Whether there is no documented upper end. */
    public boolean isOpen() {
        return most == Long.MAX_VALUE;
    }
}

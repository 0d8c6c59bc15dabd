package edgeone.purge.model;

/**
 * How many targets of a job stand where. Disjoint, and they sum to {@code total}; processing counts
 * as accepted and timed out as failed.
 */
public record TargetCounts(
        int total,
        int pending,
        int accepted,
        int succeeded,
        int failed,
        int rejected,
        int canceled,
        int unknown) {

    /** Targets that did not end well: failed or rejected. */
    public int notPurged() {
        return failed + rejected;
    }

    /** Targets nothing more can happen to. */
    public int settled() {
        return succeeded + failed + rejected + canceled;
    }

    public boolean allFinal() {
        return settled() == total;
    }
}

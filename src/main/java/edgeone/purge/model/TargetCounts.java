package edgeone.purge.model;

/**
 * The targets of a job counted by state. The counts are disjoint and sum to {@code total};
 * processing counts as accepted and timed out as failed.
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

    /** Targets that failed or were rejected. */
    public int notPurged() {
        return failed + rejected;
    }

    /** Targets in a final state. */
    public int settled() {
        return succeeded + failed + rejected + canceled;
    }

    public boolean allFinal() {
        return settled() == total;
    }
}

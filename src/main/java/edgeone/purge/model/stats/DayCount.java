package edgeone.purge.model.stats;

import edgeone.purge.model.PurgeType;

import java.time.LocalDate;

/**
 * The jobs of one type that were submitted on a day, in a week or in a month.
 *
 * @param day its first day
 * @param targets of those jobs
 * @param failed those that timed out as well
 * @param pending not sent yet
 */
public record DayCount(
        LocalDate day,
        PurgeType type,
        long jobs,
        long targets,
        long succeeded,
        long failed,
        long rejected,
        long canceled,
        long pending) {

    /** Targets that were sent and have no outcome yet, or none that is known. */
    public long underway() {
        return targets - succeeded - failed - rejected - canceled - pending;
    }

    /** Targets that EdgeOne accepted, or may have. */
    public long accepted() {
        return targets - rejected - canceled - pending;
    }
}

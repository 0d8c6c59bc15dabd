package edgeone.purge.engine.read;

import edgeone.purge.engine.resolve.Verdicts;
import edgeone.purge.history.JobHistory;
import edgeone.purge.history.ReasonCount;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.TargetFilter;

import java.util.List;
import java.util.Set;

/**
 * The targets a retry of a job submits: those that failed in a way that may succeed now, and that
 * no later retry has already taken. Retrying twice purges nothing twice.
 */
public final class RetryTargets {
    private static final TargetFilter ENDS =
            TargetFilter.of(
                    Set.of(
                            TargetState.FAILED,
                            TargetState.TIMED_OUT,
                            TargetState.REJECTED,
                            TargetState.CANCELED));

    private RetryTargets() {}

    /**
     * Reads them.
     *
     * @param history where the job is
     */
    public static List<String> of(JobHistory history, String jobId) {
        Set<String> taken = history.takenByRetries(jobId);
        return history.targets(jobId, ENDS, 0, Integer.MAX_VALUE).stream()
                .filter(t -> Verdicts.mayPassNow(t.state(), t.code()))
                .map(TargetRow::target)
                .filter(t -> !taken.contains(t))
                .toList();
    }

    /** How many there are; the targets themselves are read only where a retry may have them. */
    public static int count(JobHistory history, String jobId) {
        if (!history.retries(jobId).isEmpty()) {
            return of(history, jobId).size();
        }
        return history.reasons(jobId).stream()
                .filter(r -> Verdicts.mayPassNow(r.state(), r.code()))
                .mapToInt(ReasonCount::count)
                .sum();
    }
}

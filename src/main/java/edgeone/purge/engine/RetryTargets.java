package edgeone.purge.engine;

import edgeone.purge.engine.resolve.Verdicts;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.TargetFilter;

import java.util.List;
import java.util.Set;

/**
 * The targets a retry of a job submits: those that failed in a way that may succeed now, and that
 * no later retry has already taken. Retrying twice purges nothing twice.
 */
final class RetryTargets {
    private static final TargetFilter ENDS =
            TargetFilter.of(
                    Set.of(
                            TargetState.FAILED,
                            TargetState.TIMED_OUT,
                            TargetState.REJECTED,
                            TargetState.CANCELED));

    private RetryTargets() {}

    static List<String> of(HistoryRepository history, String jobId) {
        Set<String> taken = history.takenByRetries(jobId);
        return history.targets(jobId, ENDS, 0, Integer.MAX_VALUE).stream()
                .filter(t -> Verdicts.mayPassNow(t.state(), t.code()))
                .map(TargetRow::target)
                .filter(t -> !taken.contains(t))
                .toList();
    }

    /** How many there are; the targets themselves are read only where a retry may have them. */
    static int count(HistoryRepository history, String jobId) {
        if (!history.retries(jobId).isEmpty()) {
            return of(history, jobId).size();
        }
        return history.ends(jobId).stream()
                .filter(e -> Verdicts.mayPassNow(e.state(), e.code()))
                .mapToInt(HistoryRepository.End::count)
                .sum();
    }
}

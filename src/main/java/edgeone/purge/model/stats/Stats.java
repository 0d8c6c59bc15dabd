package edgeone.purge.model.stats;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Jobs summed up.
 *
 * @param days oldest first, then by type; only those with jobs
 * @param reasons most frequent first
 * @param otherReasons targets that were not purged for reasons beyond those listed
 * @param doneByDay by the first day; only those with jobs that are done
 * @param done of all jobs; null if none is done
 */
public record Stats(
        List<DayCount> days,
        List<FailureReason> reasons,
        long otherReasons,
        Map<LocalDate, DoneTime> doneByDay,
        @Nullable DoneTime done) {
    public static final Stats NONE = new Stats(List.of(), List.of(), 0, Map.of(), null);

    public Stats {
        days = List.copyOf(days);
        reasons = List.copyOf(reasons);
        doneByDay = Map.copyOf(doneByDay);
    }
}

package edgeone.purge.journal.list;

import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.model.JobState;
import edgeone.purge.model.query.JobOrder;

import java.util.List;
import java.util.Map;

/** A {@link JobOrder} as SQL, for the rows of {@link JobRows#SELECT}. */
final class JobSort {
    private JobSort() {}

    /**
     * The terms of {@code ORDER BY}.
     *
     * @param open the jobs that have not ended, by state; needed only to sort by it
     */
    static String sql(JobOrder order, Map<JobState, List<String>> open) {
        String way = order.descending() ? " DESC" : "";
        return switch (order.column()) {
            case CREATED -> "created_at" + way + ", number" + way;
            case STATE -> then(state(open), way);
            case ACCOUNT -> then("account_now COLLATE NOCASE", way);
            case ZONE -> then("coalesce(nullif(zone_name, ''), zone_id) COLLATE NOCASE", way);
            case TYPE -> then("type", way);
            case METHOD -> then("coalesce(method, '')", way);
            case TARGETS -> then("n_targets", way);
            case FAILED -> then("coalesce(n_failed + n_rejected, 0)", way);
            case TOOK -> then("coalesce(ended_at - created_at, 9e18)", way);
        };
    }

    private static String then(String term, String way) {
        return term + way + ", created_at DESC, number DESC";
    }

    /** In the order of {@link JobState}. */
    private static String state(Map<JobState, List<String>> open) {
        StringBuilder term = new StringBuilder("CASE");
        int place = 0;
        for (JobState state : JobState.values()) {
            term.append(" WHEN state = '").append(state.label()).append('\'');
            List<String> ids = open.getOrDefault(state, List.of());
            if (!ids.isEmpty()) {
                term.append(" OR id IN ").append(JobList.in(ids));
            }
            term.append(" THEN ").append(place++);
        }
        return term.append(" END").toString();
    }
}

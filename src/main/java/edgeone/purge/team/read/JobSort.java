package edgeone.purge.team.read;

import edgeone.purge.model.JobState;
import edgeone.purge.model.query.JobOrder;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A {@link JobOrder} as SQL, for rows of {@code job}; in the order of the journal. */
final class JobSort {
    private static final String STATES =
            Arrays.stream(JobState.values())
                    .map(JobState::label)
                    .collect(Collectors.joining("', '", "array_position(ARRAY['", "'], state)"));

    private JobSort() {}

    /** The terms of {@code ORDER BY}. */
    static String sql(JobOrder order) {
        String way = order.descending() ? " DESC" : "";
        return switch (order.column()) {
            case CREATED -> "job.created_at" + way + ", job.id" + way;
            case STATE -> then(STATES, way);
            case ACCOUNT -> then("lower(account COLLATE \"C\")", way);
            case ZONE -> then("lower(coalesce(nullif(zone_name, ''), zone_id) COLLATE \"C\")", way);
            case TYPE -> then("type COLLATE \"C\"", way);
            case METHOD -> then("coalesce(method, '') COLLATE \"C\"", way);
            case TARGETS -> then("n_targets", way);
            case FAILED ->
                    then("CASE WHEN ended_at IS NULL THEN 0 ELSE n_failed + n_rejected END", way);
            case TOOK -> then("coalesce(ended_at - job.created_at, interval '100 years')", way);
        };
    }

    private static String then(String term, String way) {
        return term + way + ", job.created_at DESC, job.id DESC";
    }
}

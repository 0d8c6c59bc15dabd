package edgeone.purge.journal.prune;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.prune.PruneChoice;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Which jobs to remove: those that ended, were submitted before a time, have no retry that stays,
 * and do not wait to be published to a team's database.
 *
 * @param createdBefore in milliseconds since the epoch
 */
record PrunedJobs(long createdBefore) {
    private static final String WAITS =
            """
            EXISTS (SELECT 1 FROM entry, team
              WHERE job_id = job.id AND n > published AND address IS NOT NULL)
            """;

    /** A condition on {@code job}, with the time as {@code ?1}. */
    static final String CONDITION =
            """
            ended_at IS NOT NULL AND created_at < ?1 AND NOT %1$s AND id NOT IN (
              WITH RECURSIVE needed(id) AS (
                SELECT retry_of FROM job WHERE retry_of IS NOT NULL
                  AND (ended_at IS NULL OR created_at >= ?1 OR %1$s)
                UNION SELECT retry_of FROM job JOIN needed USING (id) WHERE retry_of IS NOT NULL)
              SELECT id FROM needed)
            """
                    .formatted(WAITS);

    static PrunedJobs of(Connection c, PruneChoice choice) throws SQLException {
        return switch (choice) {
            case PruneChoice.Before(var time) -> new PrunedJobs(time.toEpochMilli());
            case PruneChoice.Keep(int jobs) -> new PrunedJobs(newest(c, jobs));
        };
    }

    /** When the oldest of the newest jobs was submitted. */
    private static long newest(Connection c, int jobs) throws SQLException {
        if (jobs == 0) {
            return Long.MAX_VALUE;
        }
        Long oldest =
                Sql.first(
                        c,
                        r -> r.getLong(1),
                        "SELECT created_at FROM job ORDER BY created_at DESC LIMIT 1 OFFSET ?",
                        jobs - 1);
        return oldest == null ? Long.MIN_VALUE : oldest;
    }
}

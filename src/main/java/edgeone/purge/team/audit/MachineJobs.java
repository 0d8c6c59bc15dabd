package edgeone.purge.team.audit;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.team.audit.TeamReport.Broken;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Checks the jobs that one machine published. */
final class MachineJobs {
    /** Submitted by an entry, and not there; but where retention removed their month. */
    private static final String MISSING =
            """
            SELECT job_id FROM entry AS e WHERE machine = ?::uuid AND kind IN ('job', 'kept')
              AND NOT EXISTS (SELECT FROM job WHERE id = e.job_id)
              AND NOT EXISTS (SELECT FROM forgotten WHERE month = date_trunc('month', e.job_at AT TIME ZONE 'UTC'))
              AND (job_at IS NOT NULL OR kind = 'job' AND NOT EXISTS (SELECT FROM entry AS p
                WHERE p.machine = e.machine AND p.kind = 'prune' AND p.job_id = e.job_id))
            ORDER BY n LIMIT 1
            """;

    private final Connection connection;
    private final String machine;
    private final long newest;
    private long incomplete;

    /**
     * @param newest number of the machine's newest entry
     */
    MachineJobs(Connection connection, String machine, long newest) {
        this.connection = connection;
        this.machine = machine;
        this.newest = newest;
    }

    private record Key(String id, Instant createdAt) {}

    @Nullable Broken check() throws SQLException {
        String missing = Sql.first(connection, r -> r.getString(1), MISSING, machine);
        if (missing != null) {
            return new Broken.Job(machine, missing);
        }
        List<Key> jobs =
                Sql.list(
                        connection,
                        r -> new Key(r.getString(1), r.getTimestamp(2).toInstant()),
                        "SELECT id, created_at FROM job WHERE machine = ?::uuid ORDER BY"
                                + " created_at, id",
                        machine);
        for (Key job : jobs) {
            switch (new PublishedJob(connection, machine, job.id(), job.createdAt(), newest)
                    .check()) {
                case WHOLE -> {}
                case INCOMPLETE -> incomplete++;
                case BROKEN -> {
                    return new Broken.Job(machine, job.id());
                }
            }
        }
        return null;
    }

    long incomplete() {
        return incomplete;
    }
}

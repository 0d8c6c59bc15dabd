package edgeone.purge.team.audit;

import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.journal.outbox.Outbox.Standing;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.team.audit.MachineChain.End;
import edgeone.purge.team.audit.TeamReport.Broken;
import edgeone.purge.team.db.TeamDatabase;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Checks every machine's chain, and the jobs, batches, targets and results against it, in one
 * transaction. What this machine published is compared with its own journal as well, which nobody
 * with the database alone can change.
 */
public final class TeamCheck {
    private static final String MACHINES =
            """
            SELECT id::text FROM (SELECT id FROM machine UNION SELECT machine FROM entry
              UNION SELECT machine FROM head UNION SELECT machine FROM job) AS every (id)
            ORDER BY id
            """;

    /** Jobs without an entry that submitted them, and rows without their job. */
    private static final String STRAY_JOBS =
            """
            SELECT machine::text, id FROM job AS j WHERE NOT EXISTS (SELECT FROM entry
              WHERE job_id = j.id AND machine = j.machine AND kind IN ('job', 'kept') AND job_at = j.created_at)
              AND NOT EXISTS (SELECT FROM cut WHERE machine = j.machine)
            UNION ALL
            SELECT '', job_id FROM batch AS b WHERE NOT EXISTS (SELECT FROM job WHERE id = b.job_id
              AND created_at = b.created_at)
            UNION ALL
            SELECT '', job_id FROM result AS r WHERE NOT EXISTS (SELECT FROM job WHERE id = r.job_id
              AND created_at = r.created_at)
            LIMIT 1
            """;

    /** In seconds: it reads whole tables. */
    private static final int LONGEST_ANSWER = 900;

    private final TeamDatabase database;
    private final Outbox outbox;

    public TeamCheck(TeamDatabase database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Checks all of it.
     *
     * @throws SQLException the database cannot be read
     */
    public TeamReport check() throws SQLException {
        try (Connection connection = database.answeringWithin(LONGEST_ANSWER).open()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            TeamReport report = check(connection);
            connection.rollback();
            return report;
        }
    }

    private TeamReport check(Connection c) throws SQLException {
        List<String> machines = Sql.list(c, r -> r.getString(1), MACHINES);
        long entries = 0;
        long incomplete = 0;
        Broken broken = null;
        for (String machine : machines) {
            End end = new MachineChain(c, machine).check();
            entries += end.entries();
            if (broken == null) {
                broken = end.broken() == null ? own(c, machine) : end.broken();
            }
            if (broken == null) {
                MachineJobs jobs = new MachineJobs(c, machine, end.n());
                broken = jobs.check();
                incomplete += jobs.incomplete();
            }
        }
        if (broken == null) {
            broken = Sql.first(c, r -> new Broken.Job(r.getString(1), r.getString(2)), STRAY_JOBS);
        }
        return new TeamReport(machines.size(), entries, incomplete, broken);
    }

    /** What of this machine's own journal should be there, and is not. */
    private @Nullable Broken own(Connection c, String machine) throws SQLException {
        Standing standing = outbox.standing();
        if (!machine.equals(standing.machine())
                || !database.address().place().equals(standing.address())
                || standing.published() == 0) {
            return null;
        }
        long n = standing.published();
        String there =
                Sql.first(
                        c,
                        r -> r.getString(1),
                        "SELECT encode(hash, 'hex') FROM entry WHERE machine = ?::uuid AND n = ?",
                        machine,
                        n);
        String here = outbox.<@Nullable String>snapshot(s -> s.hash(n));
        boolean gone = there == null && !isLater(c, machine, n);
        return gone || (there != null && here != null && !here.equals(there))
                ? new Broken.Entry(machine, n)
                : null;
    }

    /** Retention may have removed it; and another identity may have it, where this one begins. */
    private static boolean isLater(Connection c, String machine, long n) throws SQLException {
        return Sql.count(
                        c,
                        "SELECT count(*) FROM (SELECT machine, n FROM cut UNION ALL SELECT id,"
                                + " after_n FROM machine) AS later WHERE machine = ?::uuid AND n >="
                                + " ?",
                        machine,
                        n)
                > 0;
    }
}

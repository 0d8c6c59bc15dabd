package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.BatchState;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Jobs that send what the quota takes and keep the rest. A batch with a {@code quota_from} is
 * planned and never sent; it waits for the quota of that time.
 */
public final class QuotaRepository {
    private final Journal journal;
    private final Clock clock;

    public QuotaRepository(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    private record Planned(int n, int targets) {}

    /** Whether the job is one that keeps what does not fit. */
    public boolean keepsToQuota(String jobId) {
        return journal.read(
                c -> Sql.count(c, "SELECT keeps_to_quota FROM job WHERE id = ?", jobId) == 1);
    }

    /** Targets of each batch that is planned, waiting or not, in order. */
    public List<Integer> planned(String jobId) {
        return journal.read(c -> planned(c, jobId)).stream().map(Planned::targets).toList();
    }

    /**
     * Lets the first planned batches leave and makes the others wait, in one transaction.
     *
     * @param whole how many batches may leave
     * @param part how many targets of the batch after those may leave as well; it is cut in two
     *     then
     * @param from when the others' quota is expected
     */
    public void share(String jobId, int whole, int part, Instant from) {
        journal.change(
                c -> {
                    List<Planned> planned = planned(c, jobId);
                    boolean cuts = part > 0 && whole < planned.size();
                    for (int i = 0; i < planned.size(); i++) {
                        Planned batch = planned.get(i);
                        boolean leaves = i < whole || (i == whole && part > 0);
                        if (i == whole && part > 0) {
                            cut(c, jobId, batch, part, from);
                        }
                        if (await(c, jobId, batch.n(), leaves ? null : from) && !cuts) {
                            Chain.batch(c, clock.instant(), jobId, batch.n());
                        }
                    }
                    if (cuts) {
                        Chain.keep(c, clock.instant(), jobId);
                    }
                });
    }

    /**
     * {@code sending → planned}: EdgeOne has no quota left for it. It waits, and so does whatever
     * else of the job has not left.
     */
    public void refused(
            String jobId,
            int n,
            String code,
            String message,
            @Nullable String requestId,
            Instant from) {
        journal.change(
                c -> {
                    BatchRows.move(
                            c,
                            jobId,
                            n,
                            "sending",
                            BatchState.PLANNED,
                            null,
                            requestId,
                            code,
                            message);
                    Sql.update(
                            c,
                            "UPDATE batch SET look_from = NULL, likely_sent = NULL WHERE job_id = ?"
                                    + " AND n = ?",
                            jobId,
                            n);
                    for (Planned batch : planned(c, jobId)) {
                        if (await(c, jobId, batch.n(), from) && batch.n() != n) {
                            Chain.batch(c, clock.instant(), jobId, batch.n());
                        }
                    }
                    BatchRows.cancelIfCanceled(c, jobId, n);
                    Chain.outcome(c, clock.instant(), jobId, n);
                    JobRows.freeze(c, jobId, clock.instant());
                });
    }

    private static List<Planned> planned(Connection c, String jobId) throws SQLException {
        return Sql.list(
                c,
                r -> new Planned(r.getInt(1), r.getInt(2)),
                "SELECT n, targets FROM batch WHERE job_id = ? AND state = 'planned' ORDER BY n",
                jobId);
    }

    /** Returns whether this changed anything. */
    private static boolean await(Connection c, String jobId, int n, @Nullable Instant from)
            throws SQLException {
        return Sql.update(
                        c,
                        "UPDATE batch SET quota_from = ?1 WHERE job_id = ?2 AND n = ?3 AND"
                                + " quota_from IS NOT ?1",
                        from,
                        jobId,
                        n)
                > 0;
    }

    /** Leaves the first targets in the batch and moves the others to a new one that waits. */
    private static void cut(Connection c, String jobId, Planned batch, int keep, Instant from)
            throws SQLException {
        int last = Sql.count(c, "SELECT max(n) FROM batch WHERE job_id = ?", jobId);
        int first =
                Sql.count(
                        c,
                        "SELECT position FROM "
                                + BatchRows.TARGETS
                                + " WHERE job_id = ? AND batch = ? ORDER BY position LIMIT 1"
                                + " OFFSET ?",
                        jobId,
                        batch.n(),
                        keep);
        Sql.update(
                c,
                "INSERT INTO batch (job_id, n, state, targets, quota_from) VALUES"
                        + " (?,?,'planned',?,?)",
                jobId,
                last + 1,
                batch.targets() - keep,
                from);
        Sql.update(
                c,
                "UPDATE batch SET targets = ? WHERE job_id = ? AND n = ?",
                keep,
                jobId,
                batch.n());
        Sql.update(
                c,
                "UPDATE target SET batch = ? WHERE job_id = ? AND batch = ? AND position >= ?",
                last + 1,
                jobId,
                batch.n(),
                first);
    }
}

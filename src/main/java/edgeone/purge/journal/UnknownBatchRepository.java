package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.SearchRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Batches whose reply was lost, with what identifies them at EdgeOne. Every change is one
 * transaction, which is on disk when the method returns.
 */
public final class UnknownBatchRepository {
    /** The code of refused targets whose reason was lost with the reply. */
    public static final String REASON_LOST = "Reply.ReasonLost";

    private final Journal journal;
    private final Clock clock;

    public UnknownBatchRepository(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Every batch in the journal, of any process, that EdgeOne may have without the journal
     * knowing.
     */
    public List<OpenBatch> maybeTaken(String endpoint, String zoneId, String type) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r -> open(c, r),
                                "SELECT batch.*, job.method, job.type, job.prefetch_segments FROM"
                                    + " batch JOIN job ON job.id = job_id WHERE batch.state IN"
                                    + " ('sending', 'unknown') AND endpoint = ? AND zone_id = ? AND"
                                    + " type = ? AND "
                                        + BatchRows.OPEN
                                        + " ORDER BY look_from, job_id, n",
                                endpoint,
                                zoneId,
                                type));
    }

    /** Task IDs already held by batches in the journal. */
    public Set<String> heldTasks(String endpoint, String zoneId) {
        return new HashSet<>(
                journal.read(
                        c ->
                                Sql.list(
                                        c,
                                        r -> r.getString(1),
                                        "SELECT task_id FROM batch JOIN job ON job.id = job_id"
                                                + " WHERE task_id IS NOT NULL AND endpoint = ? AND"
                                                + " zone_id = ?",
                                        endpoint,
                                        zoneId)));
    }

    /**
     * {@code unknown → accepted}: EdgeOne has it as {@code taskId}. Targets without a row were
     * refused; the reasons were lost with the reply.
     *
     * @return false if another batch in the journal already holds that task, or this one is not
     *     unknown
     */
    public boolean adopt(String jobId, int n, String taskId, Set<String> rows, String lostReason) {
        return journal.write(
                c -> {
                    int held =
                            Sql.count(
                                    c,
                                    "SELECT count(*) FROM batch JOIN job ON job.id = job_id WHERE"
                                        + " task_id = ? AND (endpoint, zone_id) = (SELECT endpoint,"
                                        + " zone_id FROM job WHERE id = ?)",
                                    taskId,
                                    jobId);
                    if (held > 0
                            || Sql.update(
                                            c,
                                            "UPDATE batch SET state = 'accepted', task_id = ?,"
                                                    + " look_from = NULL, likely_sent = NULL WHERE"
                                                    + " job_id = ? AND n = ? AND state = 'unknown'",
                                            taskId,
                                            jobId,
                                            n)
                                    == 0) {
                        return false;
                    }
                    SearchRows.task(c, jobId, n, taskId, null);
                    BatchRows.moveTargets(c, jobId, n, TargetState.ACCEPTED, null, null);
                    if (!rows.isEmpty()) {
                        Map<String, String> lost = new HashMap<>();
                        for (String target : BatchRows.targets(c, jobId, n)) {
                            if (!rows.contains(target)) {
                                lost.put(target, lostReason);
                            }
                        }
                        BatchRows.setTargets(c, jobId, n, lost, REASON_LOST);
                    }
                    Chain.outcome(c, clock.instant(), jobId, n);
                    JobRows.freeze(c, jobId, clock.instant());
                    return true;
                });
    }

    /**
     * {@code unknown → planned}: EdgeOne provably does not have it. Canceled instead if the job
     * was.
     */
    public void provenAbsent(String jobId, int n) {
        journal.change(
                c -> {
                    if (Sql.update(
                                    c,
                                    "UPDATE batch SET state = 'planned', look_from = NULL,"
                                        + " likely_sent = NULL WHERE job_id = ? AND n = ? AND state"
                                        + " = 'unknown'",
                                    jobId,
                                    n)
                            > 0) {
                        BatchRows.moveTargets(c, jobId, n, TargetState.PENDING, null, null);
                        BatchRows.cancelIfCanceled(c, jobId, n);
                        Chain.outcome(c, clock.instant(), jobId, n);
                        JobRows.freeze(c, jobId, clock.instant());
                    }
                });
    }

    /** The same in a zone, wherever it was reached, inside a transaction. */
    static List<OpenBatch> maybeTaken(Connection c, String zoneId, PurgeType type)
            throws SQLException {
        return Sql.list(
                c,
                r -> open(c, r),
                "SELECT batch.*, job.method, job.type, job.prefetch_segments FROM batch JOIN job ON"
                        + " job.id = job_id WHERE"
                        + " batch.state IN ('sending', 'unknown') AND zone_id = ? AND type = ?"
                        + " AND "
                        + BatchRows.OPEN,
                zoneId,
                type.wireName());
    }

    private static OpenBatch open(Connection c, ResultSet r) throws SQLException {
        String jobId = r.getString("job_id");
        int n = r.getInt("n");
        boolean wholeZone = r.getString("type").equals("purge_all");
        Instant lookFrom = Sql.instant(r, "look_from");
        Instant earliest = lookFrom == null ? Instant.EPOCH : lookFrom;
        Instant likely = Sql.instant(r, "likely_sent");
        return new OpenBatch(
                jobId,
                n,
                BatchRows.state(r),
                JobRows.method(r),
                wholeZone ? List.of() : BatchRows.targets(c, jobId, n),
                earliest,
                likely == null ? earliest : likely,
                Sql.instant(r, "closed_at"),
                r.getInt("attempts"),
                r.getBoolean("prefetch_segments"));
    }
}

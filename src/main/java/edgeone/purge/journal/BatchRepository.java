package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Batches on their way to EdgeOne: planned, sent, answered. Every method is one transaction, is on
 * disk when it returns, and moves a batch only out of the state it must be in.
 */
public final class BatchRepository {
    private final Journal journal;
    private final Owners owners;
    private final Clock clock;

    public BatchRepository(Journal journal, Owners owners, Clock clock) {
        this.journal = journal;
        this.owners = owners;
        this.clock = clock;
    }

    /** The batches of a job that may be sent now, in order; none that waits for quota. */
    public List<Integer> planned(String jobId) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r -> r.getInt(1),
                                "SELECT n FROM batch WHERE job_id = ? AND state = 'planned' AND"
                                        + " quota_from IS NULL ORDER BY n",
                                jobId));
    }

    public List<String> targets(String jobId, int n) {
        return journal.read(c -> BatchRows.targets(c, jobId, n));
    }

    /**
     * {@code planned → sending}: the last write before bytes leave.
     *
     * @param earliest EdgeOne's clock now, as early as it can be
     * @param likely EdgeOne's clock now, as a best estimate
     * @return false if it may not be sent: it is not planned, waits for quota, or the job is
     *     canceled or owned by another process
     */
    public boolean startSending(String jobId, int n, Instant earliest, Instant likely) {
        return journal.write(
                c -> {
                    int started =
                            Sql.update(
                                    c,
                                    "UPDATE batch SET state = 'sending', attempts = attempts +"
                                            + " 1, sent_at = ?, closed_at = NULL, look_from ="
                                            + " coalesce(look_from, ?), likely_sent ="
                                            + " coalesce(likely_sent, ?) WHERE job_id = ? AND n = ?"
                                            + " AND state = 'planned' AND quota_from IS NULL AND"
                                            + " EXISTS (SELECT 1 FROM job WHERE id = ? AND owner ="
                                            + " ? AND canceled = 0)",
                                    clock.instant(),
                                    earliest,
                                    likely,
                                    jobId,
                                    n,
                                    jobId,
                                    owners.id());
                    if (started > 0) {
                        Chain.batch(c, clock.instant(), jobId, n);
                    }
                    return started > 0;
                });
    }

    /** How often a batch was recorded as about to leave. */
    public int attempts(String jobId, int n) {
        return journal.read(
                c ->
                        Sql.count(
                                c,
                                "SELECT attempts FROM batch WHERE job_id = ? AND n = ?",
                                jobId,
                                n));
    }

    /**
     * {@code sending → accepted}, except for the targets EdgeOne refused, given with their reasons.
     */
    public void accepted(
            String jobId,
            int n,
            String taskId,
            @Nullable String requestId,
            Map<String, String> rejectedReasons) {
        journal.change(
                c -> {
                    BatchRows.move(
                            c,
                            jobId,
                            n,
                            "sending",
                            BatchState.ACCEPTED,
                            taskId,
                            requestId,
                            null,
                            null);
                    BatchRows.moveTargets(c, jobId, n, TargetState.ACCEPTED, null, null);
                    reject(c, jobId, n, rejectedReasons);
                    ended(c, jobId, n);
                });
    }

    /** {@code sending → rejected}: EdgeOne refused every target and created no task. */
    public void allTargetsRefused(
            String jobId, int n, @Nullable String requestId, Map<String, String> rejectedReasons) {
        journal.change(
                c -> {
                    BatchRows.move(
                            c,
                            jobId,
                            n,
                            "sending",
                            BatchState.REJECTED,
                            null,
                            requestId,
                            null,
                            null);
                    reject(c, jobId, n, rejectedReasons);
                    ended(c, jobId, n);
                });
    }

    /**
     * {@code sending → planned}: proven not accepted, and may succeed later.
     *
     * @param counts whether this was a try; false if nothing left this machine
     */
    public void backToPlanned(
            String jobId,
            int n,
            String code,
            String message,
            @Nullable String requestId,
            boolean counts) {
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
                    settle(c, jobId, n, counts ? 0 : 1);
                    BatchRows.cancelIfCanceled(c, jobId, n);
                    ended(c, jobId, n);
                });
    }

    /** {@code sending → planned}: it was held back before anything left; not a try. */
    public void heldBack(String jobId, int n) {
        journal.change(
                c -> {
                    BatchRows.move(
                            c, jobId, n, "sending", BatchState.PLANNED, null, null, null, null);
                    settle(c, jobId, n, 1);
                    BatchRows.cancelIfCanceled(c, jobId, n);
                    ended(c, jobId, n);
                });
    }

    /** {@code sending → rejected}: EdgeOne refused it permanently, or its tries are used up. */
    public void refused(
            String jobId, int n, String code, String message, @Nullable String requestId) {
        journal.change(
                c -> {
                    BatchRows.move(
                            c,
                            jobId,
                            n,
                            "sending",
                            BatchState.REJECTED,
                            null,
                            requestId,
                            code,
                            message);
                    BatchRows.moveTargets(c, jobId, n, TargetState.REJECTED, message, code);
                    ended(c, jobId, n);
                });
    }

    /** {@code sending → unknown}: it may have been accepted; the connection is closed. */
    public void unknown(
            String jobId, int n, String code, String message, @Nullable String requestId) {
        journal.change(
                c -> {
                    BatchRows.move(
                            c,
                            jobId,
                            n,
                            "sending",
                            BatchState.UNKNOWN,
                            null,
                            requestId,
                            code,
                            message);
                    Sql.update(
                            c,
                            "UPDATE batch SET closed_at = ? WHERE job_id = ? AND n = ?",
                            clock.instant(),
                            jobId,
                            n);
                    BatchRows.moveTargets(c, jobId, n, TargetState.UNKNOWN, null, null);
                    Chain.outcome(c, clock.instant(), jobId, n);
                });
    }

    /**
     * {@code planned → rejected}: proven absent or refused, and its tries are used up. Keeps the
     * last code.
     */
    public void triesUsedUp(String jobId, int n) {
        journal.change(
                c -> {
                    if (Sql.update(
                                    c,
                                    "UPDATE batch SET state = 'rejected' WHERE job_id = ? AND n = ?"
                                            + " AND state = 'planned'",
                                    jobId,
                                    n)
                            > 0) {
                        Sql.update(
                                c,
                                "UPDATE "
                                        + BatchRows.TARGETS
                                        + " SET state = 'rejected', (reason, code) = (SELECT"
                                        + " error_message, error_code FROM batch WHERE job_id = ?1"
                                        + " AND n = ?2) WHERE job_id = ?1 AND batch = ?2",
                                jobId,
                                n);
                        ended(c, jobId, n);
                    }
                });
    }

    /** Records a request of the job. */
    public void addRequest(Job job, RequestRecord request) {
        journal.change(
                c ->
                        Sql.update(
                                c,
                                "INSERT INTO request (job_id, batch, action, at, took, request_id,"
                                        + " code, message) VALUES (?,?,?,?,?,?,?,?)",
                                job.id(),
                                request.batch(),
                                request.action(),
                                request.at(),
                                request.tookMillis(),
                                request.requestId(),
                                request.code(),
                                request.message()));
    }

    /** A batch that was answered, with its targets; its job may have ended with it. */
    private void ended(Connection c, String jobId, int n) throws SQLException {
        Chain.outcome(c, clock.instant(), jobId, n);
        JobRows.freeze(c, jobId, clock.instant());
    }

    /** A send proven not accepted no longer widens the lookup window. */
    private static void settle(Connection c, String jobId, int n, int attemptsBack)
            throws SQLException {
        Sql.update(
                c,
                "UPDATE batch SET look_from = NULL, likely_sent = NULL, attempts = attempts - ?"
                        + " WHERE job_id = ? AND n = ?",
                attemptsBack,
                jobId,
                n);
    }

    private static void reject(Connection c, String jobId, int n, Map<String, String> reasons)
            throws SQLException {
        BatchRows.setTargets(c, jobId, n, reasons, "FailedList");
    }
}

package edgeone.purge.journal;

import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Moves batches through the states of the contract. Every method is one transaction that is on the
 * disk when it returns, and moves a batch only out of the state it must be in.
 */
public final class BatchRepository {
    /** The code of targets whose reason was lost with the reply that carried it. */
    public static final String REASON_LOST = "Reply.ReasonLost";

    private final Journal journal;
    private final Owners owners;
    private final Clock clock;

    public BatchRepository(Journal journal, Owners owners, Clock clock) {
        this.journal = journal;
        this.owners = owners;
        this.clock = clock;
    }

    /** What became of one target. */
    public record Fate(TargetState state, @Nullable String reason, @Nullable String code) {}

    /** The batches of a job that wait to be sent, in order. */
    public List<Integer> planned(String jobId) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r -> r.getInt(1),
                                "SELECT n FROM batch WHERE job_id = ? AND state = 'planned' ORDER"
                                        + " BY n",
                                jobId));
    }

    public List<String> targets(String jobId, int n) {
        return journal.read(c -> targets(c, jobId, n));
    }

    /**
     * {@code planned → sending}: the last thing on the disk before bytes leave.
     *
     * @param serverNow EdgeOne's clock now, never later than the truth
     * @return how often the batch was sent before; -1 where it may not be sent: it is not planned,
     *     or the job is not this process's
     */
    public boolean startSending(String jobId, int n, Instant serverNow) {
        return journal.write(
                c ->
                        Sql.update(
                                        c,
                                        "UPDATE batch SET state = 'sending', attempts = attempts +"
                                            + " 1, sent_at = ?, closed_at = NULL, look_from ="
                                            + " coalesce(look_from, ?) WHERE job_id = ? AND n = ?"
                                            + " AND state = 'planned' AND EXISTS (SELECT 1 FROM job"
                                            + " WHERE id = ? AND owner = ? AND canceled = 0)",
                                        clock.instant(),
                                        serverNow,
                                        jobId,
                                        n,
                                        jobId,
                                        owners.id())
                                == 1);
    }

    /** How often a batch was committed as about to leave. */
    public int attempts(String jobId, int n) {
        return journal.read(
                c ->
                        Sql.count(
                                c,
                                "SELECT attempts FROM batch WHERE job_id = ? AND n = ?",
                                jobId,
                                n));
    }

    /** {@code sending → accepted}, with the targets EdgeOne refused by their positions' text. */
    public void accepted(
            String jobId,
            int n,
            String taskId,
            @Nullable String requestId,
            Map<String, String> rejectedReasons) {
        journal.change(
                c -> {
                    move(
                            c,
                            jobId,
                            n,
                            "sending",
                            BatchState.ACCEPTED,
                            taskId,
                            requestId,
                            null,
                            null);
                    moveTargets(c, jobId, n, TargetState.ACCEPTED, null, null);
                    reject(c, jobId, n, rejectedReasons);
                    JobRepository.freeze(c, jobId, clock.instant());
                });
    }

    /** {@code sending → rejected} where EdgeOne made no task because it refused every target. */
    public void allTargetsRefused(
            String jobId, int n, @Nullable String requestId, Map<String, String> rejectedReasons) {
        journal.change(
                c -> {
                    move(c, jobId, n, "sending", BatchState.REJECTED, null, requestId, null, null);
                    reject(c, jobId, n, rejectedReasons);
                    JobRepository.freeze(c, jobId, clock.instant());
                });
    }

    /**
     * {@code sending → planned}: proven not taken, and it may pass later.
     *
     * @param counts whether this was a try; false where nothing left this machine
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
                    move(
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
                    cancelIfCanceled(c, jobId, n);
                });
    }

    /** {@code sending → rejected}: EdgeOne refused it for good, or tries are used up. */
    public void refused(
            String jobId, int n, String code, String message, @Nullable String requestId) {
        journal.change(
                c -> {
                    move(
                            c,
                            jobId,
                            n,
                            "sending",
                            BatchState.REJECTED,
                            null,
                            requestId,
                            code,
                            message);
                    moveTargets(c, jobId, n, TargetState.REJECTED, message, code);
                    JobRepository.freeze(c, jobId, clock.instant());
                });
    }

    /** {@code sending → unknown}: it may have been taken; the connection is closed now. */
    public void unknown(
            String jobId, int n, String code, String message, @Nullable String requestId) {
        journal.change(
                c -> {
                    move(
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
                    moveTargets(c, jobId, n, TargetState.UNKNOWN, null, null);
                });
    }

    /**
     * {@code unknown → accepted}: EdgeOne has it as {@code taskId}. Targets without a row were
     * refused, and why was lost with the reply.
     *
     * @return false where another batch of the journal holds that task already, or the batch is not
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
                                                + " look_from = NULL WHERE job_id = ? AND n = ? AND"
                                                + " state = 'unknown'",
                                            taskId,
                                            jobId,
                                            n)
                                    == 0) {
                        return false;
                    }
                    moveTargets(c, jobId, n, TargetState.ACCEPTED, null, null);
                    if (!rows.isEmpty()) {
                        Map<String, String> lost = new HashMap<>();
                        for (String target : targets(c, jobId, n)) {
                            if (!rows.contains(target)) {
                                lost.put(target, lostReason);
                            }
                        }
                        setTargets(c, jobId, n, lost, REASON_LOST);
                    }
                    JobRepository.freeze(c, jobId, clock.instant());
                    return true;
                });
    }

    /**
     * {@code unknown → planned}: proven that EdgeOne does not have it; canceled where the job was.
     */
    public void provenAbsent(String jobId, int n) {
        journal.change(
                c -> {
                    if (Sql.update(
                                    c,
                                    "UPDATE batch SET state = 'planned', look_from = NULL WHERE"
                                            + " job_id = ? AND n = ? AND state = 'unknown'",
                                    jobId,
                                    n)
                            > 0) {
                        moveTargets(c, jobId, n, TargetState.PENDING, null, null);
                        cancelIfCanceled(c, jobId, n);
                        JobRepository.freeze(c, jobId, clock.instant());
                    }
                });
    }

    /**
     * {@code planned → rejected}: proven absent or refused, and tries are used up; keeps the last
     * code.
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
                                "UPDATE target SET state = 'rejected', (reason, code) = (SELECT"
                                    + " error_message, error_code FROM batch WHERE job_id = ?1 AND"
                                    + " n = ?2) WHERE job_id = ?1 AND batch = ?2",
                                jobId,
                                n);
                        JobRepository.freeze(c, jobId, clock.instant());
                    }
                });
    }

    /**
     * Notes what EdgeOne says of the targets of an accepted batch; a final state is never left
     * again.
     */
    public void progressed(String jobId, int n, Map<String, Fate> fates) {
        journal.change(
                c -> {
                    try (PreparedStatement update =
                            c.prepareStatement(
                                    "UPDATE target SET state = ?, reason = ?, code = ? WHERE job_id"
                                            + " = ? AND batch = ? AND position = ? AND state IN"
                                            + " ('accepted', 'processing')")) {
                        Map<String, Integer> positions = positions(c, jobId, n);
                        for (Map.Entry<String, Fate> entry : fates.entrySet()) {
                            Integer position = positions.get(entry.getKey());
                            if (position != null) {
                                Fate fate = entry.getValue();
                                update.setString(1, fate.state().label());
                                update.setString(2, fate.reason());
                                update.setString(3, fate.code());
                                update.setString(4, jobId);
                                update.setInt(5, n);
                                update.setInt(6, position);
                                update.addBatch();
                            }
                        }
                        update.executeBatch();
                    }
                    JobRepository.freeze(c, jobId, clock.instant());
                });
    }

    /** Accepted batches with targets that are not final, with their task ids. */
    public Map<Integer, String> inProgress(String jobId) {
        Map<Integer, String> found = new java.util.TreeMap<>();
        journal.read(
                c ->
                        Sql.list(
                                c,
                                r -> found.put(r.getInt(1), r.getString(2)) == null,
                                "SELECT n, task_id FROM batch WHERE job_id = ? AND state ="
                                    + " 'accepted' AND n IN (SELECT batch FROM target WHERE job_id"
                                    + " = ? AND state IN ('accepted', 'processing'))",
                                jobId,
                                jobId));
        return found;
    }

    /** Targets of an accepted batch that are not final. */
    public Set<String> unsettledTargets(String jobId, int n) {
        return new HashSet<>(
                journal.read(
                        c ->
                                Sql.list(
                                        c,
                                        r -> r.getString(1),
                                        "SELECT target FROM target WHERE job_id = ? AND batch = ?"
                                                + " AND state IN ('accepted', 'processing')",
                                        jobId,
                                        n)));
    }

    /**
     * Every batch of the journal, of any process, that EdgeOne may have without the journal
     * knowing.
     */
    public List<OpenBatch> maybeTaken(String endpoint, String zoneId, String type) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r -> open(c, r),
                                "SELECT batch.*, job.method, job.type FROM batch JOIN job ON job.id"
                                    + " = job_id WHERE batch.state IN ('sending', 'unknown') AND"
                                    + " endpoint = ? AND zone_id = ? AND type = ? ORDER BY"
                                    + " look_from, job_id, n",
                                endpoint,
                                zoneId,
                                type));
    }

    /** Task ids that batches of the journal hold already. */
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

    /** Keeps a request for the job's record. */
    public void addRequest(Job job, RequestRecord request) {
        journal.write(
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

    private static OpenBatch open(Connection c, ResultSet r) throws SQLException {
        String jobId = r.getString("job_id");
        int n = r.getInt("n");
        String method = r.getString("method");
        boolean wholeZone = r.getString("type").equals("purge_all");
        Instant lookFrom = Sql.instant(r, "look_from");
        return new OpenBatch(
                jobId,
                n,
                BatchState.valueOf(r.getString("state").toUpperCase(Locale.ROOT)),
                method == null ? null : PurgeMethod.ofWireName(method).orElseThrow(),
                wholeZone ? List.of() : targets(c, jobId, n),
                lookFrom == null ? Instant.EPOCH : lookFrom,
                Sql.instant(r, "closed_at"),
                r.getInt("attempts"));
    }

    private static List<String> targets(Connection c, String jobId, int n) throws SQLException {
        return Sql.list(
                c,
                r -> r.getString(1),
                "SELECT target FROM target WHERE job_id = ? AND batch = ? ORDER BY position",
                jobId,
                n);
    }

    private static Map<String, Integer> positions(Connection c, String jobId, int n)
            throws SQLException {
        Map<String, Integer> positions = new HashMap<>();
        Sql.list(
                c,
                r -> positions.put(r.getString(1), r.getInt(2)) == null,
                "SELECT target, position FROM target WHERE job_id = ? AND batch = ?",
                jobId,
                n);
        return positions;
    }

    private static void move(
            Connection c,
            String jobId,
            int n,
            String from,
            BatchState to,
            @Nullable String taskId,
            @Nullable String requestId,
            @Nullable String code,
            @Nullable String message)
            throws SQLException {
        int moved =
                Sql.update(
                        c,
                        "UPDATE batch SET state = ?, task_id = ?, request_id = coalesce(?,"
                            + " request_id), error_code = ?, error_message = ? WHERE job_id = ? AND"
                            + " n = ? AND state = ?",
                        to.label(),
                        taskId,
                        requestId,
                        code,
                        message,
                        jobId,
                        n,
                        from);
        if (moved != 1) {
            throw new IllegalStateException("batch " + n + " of " + jobId + " is not " + from);
        }
    }

    /** A send that is proven not taken no longer widens the look-up window. */
    private static void settle(Connection c, String jobId, int n, int attemptsBack)
            throws SQLException {
        Sql.update(
                c,
                "UPDATE batch SET look_from = NULL, attempts = attempts - ? WHERE job_id = ? AND n"
                        + " = ?",
                attemptsBack,
                jobId,
                n);
    }

    private static void cancelIfCanceled(Connection c, String jobId, int n) throws SQLException {
        if (Sql.count(c, "SELECT canceled FROM job WHERE id = ?", jobId) == 1) {
            Sql.update(
                    c, "UPDATE batch SET state = 'canceled' WHERE job_id = ? AND n = ?", jobId, n);
            moveTargets(c, jobId, n, TargetState.CANCELED, null, null);
        }
    }

    private static void moveTargets(
            Connection c,
            String jobId,
            int n,
            TargetState state,
            @Nullable String reason,
            @Nullable String code)
            throws SQLException {
        Sql.update(
                c,
                "UPDATE target SET state = ?, reason = ?, code = ? WHERE job_id = ? AND batch = ?",
                state.label(),
                reason,
                code,
                jobId,
                n);
    }

    private static void reject(Connection c, String jobId, int n, Map<String, String> reasons)
            throws SQLException {
        setTargets(c, jobId, n, reasons, "FailedList");
    }

    private static void setTargets(
            Connection c, String jobId, int n, Map<String, String> reasons, String code)
            throws SQLException {
        if (reasons.isEmpty()) {
            return;
        }
        Map<String, Integer> positions = positions(c, jobId, n);
        try (PreparedStatement update =
                c.prepareStatement(
                        "UPDATE target SET state = 'rejected', reason = ?, code = ?"
                                + " WHERE job_id = ? AND position = ?")) {
            for (Map.Entry<String, String> entry : reasons.entrySet()) {
                Integer position = positions.get(entry.getKey());
                if (position != null) {
                    update.setString(1, entry.getValue());
                    update.setString(2, code);
                    update.setString(3, jobId);
                    update.setInt(4, position);
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }
}

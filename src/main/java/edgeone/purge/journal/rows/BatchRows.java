package edgeone.purge.journal.rows;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Statements on the rows of one batch, inside a repository's transaction. SQLite is told to find
 * the targets by batch: left to choose, it scans the whole job for every batch.
 */
public final class BatchRows {
    /**
     * Holds for every batch that is not settled. A condition has to say so in these words, beside
     * whatever else it says of the state: SQLite takes the index of such batches for no others.
     */
    public static final String OPEN = "batch.state IN ('planned', 'sending', 'unknown')";

    /** The targets of a batch, without a scan of the others; needs job and batch. */
    public static final String TARGETS = "target INDEXED BY target_batch";

    private BatchRows() {}

    /** Reads {@code state} of a row of {@code batch}. */
    public static BatchState state(ResultSet row) throws SQLException {
        return BatchState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    public static List<String> targets(Connection c, String jobId, int n) throws SQLException {
        return Sql.list(
                c,
                r -> r.getString(1),
                "SELECT target FROM "
                        + TARGETS
                        + " WHERE job_id = ? AND batch = ? ORDER BY position",
                jobId,
                n);
    }

    public static Map<String, Integer> positions(Connection c, String jobId, int n)
            throws SQLException {
        Map<String, Integer> positions = new HashMap<>();
        Sql.each(
                c,
                r -> positions.put(r.getString(1), r.getInt(2)),
                "SELECT target, position FROM " + TARGETS + " WHERE job_id = ? AND batch = ?",
                jobId,
                n);
        return positions;
    }

    public static void move(
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
        if (taskId != null || requestId != null) {
            SearchRows.task(c, jobId, n, taskId, requestId);
        }
    }

    public static void moveTargets(
            Connection c,
            String jobId,
            int n,
            TargetState state,
            @Nullable String reason,
            @Nullable String code)
            throws SQLException {
        Sql.update(
                c,
                "UPDATE "
                        + TARGETS
                        + " SET state = ?, reason = ?, code = ? WHERE job_id = ? AND batch = ?",
                state.label(),
                reason,
                code,
                jobId,
                n);
    }

    public static void setTargets(
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

    public static void cancelIfCanceled(Connection c, String jobId, int n) throws SQLException {
        if (Sql.count(c, "SELECT canceled FROM job WHERE id = ?", jobId) == 1) {
            Sql.update(
                    c, "UPDATE batch SET state = 'canceled' WHERE job_id = ? AND n = ?", jobId, n);
            moveTargets(c, jobId, n, TargetState.CANCELED, null, null);
        }
    }
}

package edgeone.purge.journal.rows;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.FollowUp.Unmade;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code follow_up}. An open one is closed once, by whoever comes first. */
public final class FollowUpRows {
    private static final String STILL_OPEN =
            " WHERE job_id = ? AND next_job IS NULL AND unmade IS NULL";

    private FollowUpRows() {}

    /** Writes that a prefetch is to follow, in the transaction that writes the job. */
    public static void order(Connection c, String jobId) throws SQLException {
        Sql.update(c, "INSERT INTO follow_up (job_id) VALUES (?)", jobId);
    }

    /**
     * Links the prefetch, in the transaction that writes it.
     *
     * @return false if it is made already, or not to be made
     */
    public static boolean made(Connection c, String jobId, String next) throws SQLException {
        return Sql.update(c, "UPDATE follow_up SET next_job = ?" + STILL_OPEN, next, jobId) > 0;
    }

    /** Writes why there will be no prefetch; without effect if there is one. */
    public static void unmade(Connection c, String jobId, Unmade why) throws SQLException {
        Sql.update(c, "UPDATE follow_up SET unmade = ?" + STILL_OPEN, why.label(), jobId);
    }

    /** Null if no prefetch is to follow. */
    public static @Nullable FollowUp find(Connection c, String jobId) throws SQLException {
        return Sql.first(c, FollowUpRows::of, "SELECT * FROM follow_up WHERE job_id = ?", jobId);
    }

    /** The purges whose prefetch is still to be made, the oldest first. */
    public static List<String> open(Connection c) throws SQLException {
        return Sql.list(
                c,
                r -> r.getString(1),
                "SELECT job_id FROM follow_up JOIN job ON id = job_id WHERE next_job IS NULL AND"
                        + " unmade IS NULL ORDER BY created_at");
    }

    /** The purge that a prefetch follows; null if it follows none. */
    public static @Nullable String before(Connection c, String next) throws SQLException {
        return Sql.first(
                c, r -> r.getString(1), "SELECT job_id FROM follow_up WHERE next_job = ?", next);
    }

    private static FollowUp of(ResultSet r) throws SQLException {
        String unmade = r.getString("unmade");
        return new FollowUp(
                r.getString("next_job"), unmade == null ? null : Unmade.ofLabel(unmade));
    }
}

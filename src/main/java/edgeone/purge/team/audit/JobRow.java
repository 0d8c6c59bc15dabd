package edgeone.purge.team.audit;

import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Objects;

/** Compares the row of a job with the entries it follows from. */
final class JobRow {
    /** Columns and the members of the entry they come from. */
    private static final Map<String, String> TEXTS =
            Map.ofEntries(
                    Map.entry("person", "user"),
                    Map.entry("host", "host"),
                    Map.entry("program", "program"),
                    Map.entry("account", "account"),
                    Map.entry("key_fingerprint", "keyFingerprint"),
                    Map.entry("key_end", "keyEnd"),
                    Map.entry("endpoint", "endpoint"),
                    Map.entry("zone_id", "zoneId"),
                    Map.entry("zone_name", "zoneName"),
                    Map.entry("type", "type"),
                    Map.entry("method", "method"),
                    Map.entry("tag_domains", "tagDomains"),
                    Map.entry("retry_of", "retryOf"),
                    Map.entry("recipe", "recipe"));

    private static final Map<String, String> COUNTS =
            Map.of(
                    "n_succeeded", "succeeded",
                    "n_failed", "failed",
                    "n_rejected", "rejected",
                    "n_canceled", "canceled");

    private final Connection connection;
    private final String id;
    private final Timestamp createdAt;

    JobRow(Connection connection, String id, Timestamp createdAt) {
        this.connection = connection;
        this.id = id;
        this.createdAt = createdAt;
    }

    boolean isAs(Json job, @Nullable Json ended, @Nullable String note, boolean canceled)
            throws SQLException {
        Boolean same =
                Sql.first(
                        connection,
                        r -> isAs(r, job, ended, note, canceled),
                        "SELECT *, (SELECT coalesce(sum(coalesce((states ->> 'succeeded')::bigint,"
                            + " 0)), 0) FROM batch WHERE job_id = j.id AND created_at ="
                            + " j.created_at) AS succeeded, EXISTS (SELECT FROM batch WHERE job_id"
                            + " = j.id AND created_at = j.created_at AND state = 'unknown') AS"
                            + " unknown FROM job AS j WHERE id = ? AND created_at = ?",
                        id,
                        createdAt);
        return Boolean.TRUE.equals(same);
    }

    private boolean isAs(
            ResultSet row, Json job, @Nullable Json ended, @Nullable String note, boolean canceled)
            throws SQLException {
        for (Map.Entry<String, String> column : TEXTS.entrySet()) {
            if (!Objects.equals(row.getString(column.getKey()), job.text(column.getValue()))) {
                return false;
            }
        }
        String account = job.text("accountId");
        return (account == null || account.equals(row.getString("account_id")))
                && createdAt.getTime() == job.amount("createdAt")
                && row.getInt("n_targets") == job.amount("targets")
                && Objects.equals(row.getString("note"), note)
                && row.getBoolean("canceled") == canceled
                && (ended == null ? isRunning(row) : isEnded(row, ended));
    }

    private static boolean isRunning(ResultSet row) throws SQLException {
        return row.getTimestamp("ended_at") == null
                && row.getString("state").equals(row.getBoolean("unknown") ? "unknown" : "running")
                && row.getLong("n_succeeded") == row.getLong("succeeded");
    }

    private static boolean isEnded(ResultSet row, Json ended) throws SQLException {
        for (Map.Entry<String, String> column : COUNTS.entrySet()) {
            if (row.getLong(column.getKey()) != ended.amount(column.getValue())) {
                return false;
            }
        }
        Timestamp at = row.getTimestamp("ended_at");
        return at != null
                && at.getTime() == ended.amount("endedAt")
                && Objects.equals(row.getString("state"), ended.text("state"));
    }
}

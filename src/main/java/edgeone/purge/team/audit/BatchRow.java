package edgeone.purge.team.audit;

import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Objects;

/** Compares the row of a batch with the entries it follows from. */
final class BatchRow {
    private static final Map<String, String> TEXTS =
            Map.of(
                    "state", "state",
                    "task_id", "taskId",
                    "request_id", "requestId",
                    "code", "code",
                    "message", "message");

    private final Connection connection;
    private final String job;
    private final Timestamp createdAt;
    private final int n;

    BatchRow(Connection connection, String job, Timestamp createdAt, int n) {
        this.connection = connection;
        this.job = job;
        this.createdAt = createdAt;
        this.n = n;
    }

    /** Without an entry about it, it is as planned. */
    boolean isAs(@Nullable Json batch, @Nullable Json results) throws SQLException {
        Boolean same =
                Sql.first(
                        connection,
                        r -> isAs(r, batch, results),
                        "SELECT *, states::text AS counts FROM batch WHERE job_id = ? AND"
                                + " created_at = ? AND n = ?",
                        job,
                        createdAt,
                        n);
        return Boolean.TRUE.equals(same);
    }

    private static boolean isAs(ResultSet row, @Nullable Json batch, @Nullable Json results)
            throws SQLException {
        if (results != null && !same(Json.of(row.getString("counts")), results.object("states"))) {
            return false;
        }
        if (batch == null) {
            return row.getString("state").equals("planned") && row.getString("task_id") == null;
        }
        for (Map.Entry<String, String> column : TEXTS.entrySet()) {
            if (!Objects.equals(row.getString(column.getKey()), batch.text(column.getValue()))) {
                return false;
            }
        }
        Timestamp sent = row.getTimestamp("sent_at");
        return row.getInt("targets") == batch.amount("targets")
                && row.getInt("attempts") == batch.amount("attempts")
                && Objects.equals(sent == null ? null : sent.getTime(), batch.number("sentAt"));
    }

    private static boolean same(Json one, Json other) {
        return one.members().size() == other.members().size()
                && other.members().keySet().stream()
                        .map(String::valueOf)
                        .allMatch(state -> one.amount(state) == other.amount(state));
    }
}

package edgeone.purge.journal.calls;

import edgeone.purge.journal.sql.Sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes calls and keeps their table small, inside a transaction. */
final class CallTable {
    /** Calls that read are kept only up to this many. */
    static final int READS = 500;

    /** Their replies are kept up to this many bytes, packed, or a share of the file if larger. */
    private static final long REPLIES = 128 * 1024;

    private static final int SHARE = 20;

    private CallTable() {}

    static void add(Connection c, List<NewCall> calls) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement(NewCall.INSERT)) {
            for (NewCall call : calls) {
                call.fill(insert);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        if (calls.stream().anyMatch(NewCall::reads)) {
            trim(c);
        }
    }

    private static void trim(Connection c) throws SQLException {
        Sql.update(
                c,
                "DELETE FROM call WHERE id IN (SELECT id FROM call INDEXED BY call_read WHERE reads"
                        + " = 1 ORDER BY id DESC LIMIT -1 OFFSET "
                        + READS
                        + ")");
        long bytes =
                (long) Sql.count(c, "PRAGMA page_count") * Sql.count(c, "PRAGMA page_size") / SHARE;
        Sql.update(
                c,
                "UPDATE call SET reply = NULL WHERE reply IS NOT NULL AND id IN (SELECT id FROM"
                    + " (SELECT id, sum(length(reply)) OVER (ORDER BY id DESC) AS bytes FROM call"
                    + " INDEXED BY call_read WHERE reads = 1) WHERE bytes > ?)",
                Math.max(REPLIES, bytes));
    }
}

package edgeone.purge.team.publish;

import edgeone.purge.journal.outbox.Snapshot;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The newest entry of a machine in the database, as the transaction sees it.
 *
 * @param isRegistered whether the database knows the machine
 * @param isOwn whether it belongs to the user who is logged in
 * @param n the number of its newest entry; before the first, that of the entry before it
 * @param hash of that entry, in hex; null where any will do
 */
record MachineHead(boolean isRegistered, boolean isOwn, long n, @Nullable String hash) {
    private static final String FIND =
            """
            SELECT m.db_user = session_user,
              coalesce(h.n, e.n, m.after_n, 0),
              encode(coalesce(h.hash, e.hash, a.hash), 'hex')
            FROM machine m
            LEFT JOIN head h ON h.machine = m.id
            LEFT JOIN LATERAL (SELECT n, hash FROM entry WHERE machine = m.id AND h.machine IS NULL
              ORDER BY n DESC LIMIT 1) e ON true
            LEFT JOIN LATERAL (SELECT hash FROM entry WHERE machine = m.after_id AND n = m.after_n
              AND h.machine IS NULL) a ON true
            WHERE m.id = ?::uuid
            """;

    /** Looks it up; no other process publishes for this machine until the transaction ends. */
    static MachineHead locked(Connection connection, String machine) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended(?, 18))")) {
            lock.setString(1, machine);
            lock.execute();
        }
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, machine);
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? new MachineHead(true, row.getBoolean(1), row.getLong(2), row.getString(3))
                        : new MachineHead(false, true, 0, null);
            }
        }
    }

    /** Whether this journal goes on where the database ends. */
    boolean isIn(Snapshot snapshot) {
        if (!isOwn || n > snapshot.newest() || n < snapshot.removed()) {
            return false;
        }
        return n == 0 || hash == null || hash.equals(snapshot.hash(n));
    }
}

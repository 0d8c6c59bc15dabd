package edgeone.purge.team.audit;

import edgeone.purge.journal.chain.Entry;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.team.audit.TeamReport.Broken;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Checks number, link and hash of each entry of one machine. */
final class MachineChain {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Connection connection;
    private final String machine;
    private long entries;
    private long next;
    private @Nullable String previous;
    private @Nullable Broken broken;

    MachineChain(Connection connection, String machine) {
        this.connection = connection;
        this.machine = machine;
    }

    /**
     * The end of the check.
     *
     * @param n number of the newest entry
     */
    record End(long entries, long n, @Nullable Broken broken) {}

    /** Where the chain begins: after this entry. */
    private record Start(long n, @Nullable String hash) {}

    End check() throws SQLException {
        Start start = start();
        next = start.n() + 1;
        previous = start.hash();
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT n, (extract(epoch FROM at) * 1000)::bigint, kind, job_id, batch,"
                            + " content, encode(previous, 'hex'), encode(hash, 'hex') FROM entry"
                            + " WHERE machine = ?::uuid ORDER BY n")) {
            find.setFetchSize(ROWS_AT_ONCE);
            find.setString(1, machine);
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    entry(rows);
                }
            }
        }
        if (broken == null) {
            end();
        }
        return new End(entries, next - 1, broken);
    }

    /** At the first entry, where another machine's ends, or where retention cut it. */
    private Start start() throws SQLException {
        Start cut =
                Sql.first(
                        connection,
                        r -> new Start(r.getLong(1), r.getString(2)),
                        "SELECT n, encode(hash, 'hex') FROM cut WHERE machine = ?::uuid ORDER BY n"
                                + " DESC LIMIT 1",
                        machine);
        if (cut != null) {
            return cut;
        }
        Start after =
                Sql.first(
                        connection,
                        r -> new Start(r.getLong(1), r.getString(2)),
                        "SELECT after_n, (SELECT encode(hash, 'hex') FROM entry WHERE machine ="
                                + " after_id AND n = after_n) FROM machine WHERE id = ?::uuid AND"
                                + " after_n IS NOT NULL",
                        machine);
        return after == null ? new Start(0, Entry.NOTHING) : after;
    }

    private void entry(ResultSet row) throws SQLException {
        long batch = row.getLong(5);
        boolean noBatch = row.wasNull();
        Entry entry =
                new Entry(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        noBatch ? null : batch,
                        row.getString(6),
                        row.getString(7));
        String hash = row.getString(8);
        if (broken == null) {
            if (entry.n() != next) {
                broken = new Broken.Entry(machine, Math.min(entry.n(), next));
            } else if (!entry.hash().equals(hash)) {
                broken = new Broken.Entry(machine, next);
            } else if (previous != null && !entry.previous().equals(previous)) {
                // It fits its own hash, so the one before was changed.
                broken = new Broken.Entry(machine, Math.max(1, next - 1));
            }
        }
        entries++;
        next = entry.n() + 1;
        previous = hash;
    }

    /** The head says which entry is the newest. */
    private void end() throws SQLException {
        Start head =
                Sql.first(
                        connection,
                        r -> new Start(r.getLong(1), r.getString(2)),
                        "SELECT n, encode(hash, 'hex') FROM head WHERE machine = ?::uuid",
                        machine);
        boolean any = entries > 0;
        if (Sql.count(connection, "SELECT count(*) FROM machine WHERE id = ?::uuid", machine)
                == 0) {
            broken = new Broken.Entry(machine, 1);
            return;
        }
        if (head == null
                ? any
                : head.n() != next - 1 || !String.valueOf(previous).equals(head.hash())) {
            broken = new Broken.Entry(machine, head == null ? next - 1 : Math.min(head.n(), next));
        }
    }
}

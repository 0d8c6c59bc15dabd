package edgeone.purge.team.publish;

import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.journal.outbox.Snapshot;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;

/**
 * Takes a new machine identity where this journal does not go on where the database ends: it was
 * restored from a backup, or copied, or the database was.
 */
final class Machines {
    private static final Logger LOG = LoggerFactory.getLogger(Machines.class);

    private final Connection connection;
    private final Outbox outbox;
    private final Installation here;

    Machines(Connection connection, Outbox outbox, Installation here) {
        this.connection = connection;
        this.outbox = outbox;
        this.here = here;
    }

    /** Registers a new identity, which begins after the last entry in common; returns its ID. */
    String anew(String before) throws SQLException {
        String id = UUID.randomUUID().toString();
        long common = common(before);
        long removed = outbox.snapshot(Snapshot::removed);
        boolean follows = common > 0 && common >= removed;
        long after = follows ? common : removed;
        register(connection, id, here, follows ? before : null, after);
        connection.commit();
        outbox.become(id, after);
        LOG.warn("team: machine {} goes on as {} after entry {}", before, id, after);
        return id;
    }

    /** Number of the newest entry of that machine that is also in this journal; 0 for none. */
    private long common(String machine) throws SQLException {
        long low = outbox.snapshot(Snapshot::removed);
        long high = outbox.snapshot(Snapshot::newest);
        if (!isCommon(machine, low)) {
            low = 0;
        }
        // What two chains have in common is at their beginning.
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (isCommon(machine, middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low > 0 && isCommon(machine, low) ? low : 0;
    }

    private boolean isCommon(String machine, long n) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT encode(hash, 'hex') FROM entry WHERE machine = ?::uuid AND n ="
                                + " ?")) {
            find.setString(1, machine);
            find.setLong(2, n);
            try (ResultSet row = find.executeQuery()) {
                String there = row.next() ? row.getString(1) : null;
                return there != null && there.equals(outbox.snapshot(s -> s.hash(n)));
            }
        }
    }

    /**
     * Adds a machine.
     *
     * @param after the machine whose entries up to {@code afterN} it shares; null for none
     * @param afterN number of the entry before its first
     */
    static void register(
            Connection connection,
            String id,
            Installation here,
            @Nullable String after,
            long afterN)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO machine (id, host, os_user, program, after_id, after_n) VALUES"
                                + " (?::uuid, ?, ?, ?, ?::uuid, ?) ON CONFLICT (id) DO NOTHING")) {
            insert.setString(1, id);
            insert.setString(2, Sender.clean(here.host() == null ? "" : here.host()));
            insert.setString(3, Sender.clean(here.user() == null ? "" : here.user()));
            insert.setString(4, Sender.clean(here.program() == null ? "" : here.program()));
            insert.setString(5, after);
            if (afterN == 0) {
                insert.setNull(6, Types.BIGINT);
            } else {
                insert.setLong(6, afterN);
            }
            insert.executeUpdate();
        }
    }
}

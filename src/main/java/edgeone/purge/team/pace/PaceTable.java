package edgeone.purge.team.pace;

import edgeone.purge.team.db.TeamDatabase;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The slots of the team, in its database. Keeps one connection; after an error the next call opens
 * a new one. Every call blocks. For one thread at a time.
 */
final class PaceTable {
    /** The longest wait for an answer before the connection counts as hung, in milliseconds. */
    private static final int HUNG = 2_000;

    private final TeamDatabase database;
    private final DatabaseClock clock = new DatabaseClock();
    private volatile @Nullable Connection open;

    PaceTable(TeamDatabase database) {
        this.database = database;
    }

    /** Whom the slots are for: EdgeOne's account, as far as it is known by one of its keys. */
    record Key(String endpoint, String fingerprint) {}

    /** Connects, so that the first slot need not wait for it. */
    void connect() throws SQLException {
        connection();
    }

    /**
     * Takes slots.
     *
     * @param wanted from 1; the database may give fewer
     * @param missed slots taken before that were not used in time
     */
    Lease take(Key key, String action, int wanted, List<Missed> missed) throws SQLException {
        return call(
                "SELECT now_micros, slots FROM pace_take(?, ?, ?, ?, ?, ?)",
                key,
                statement -> {
                    statement.setString(3, action);
                    statement.setInt(4, wanted);
                    statement.setArray(5, array(statement, missed, m -> m.slot().micros()));
                    statement.setArray(6, array(statement, missed, this::instead));
                    long asked = System.nanoTime();
                    ResultSet row = statement.executeQuery();
                    long answered = System.nanoTime();
                    row.next();
                    clock.measure(asked, answered, row.getLong(1));
                    return new Lease(
                            Arrays.stream((Long[]) row.getArray(2).getArray())
                                    .map(micros -> new Lease.Slot(micros, clock.local(micros)))
                                    .toList());
                });
    }

    private @Nullable Long instead(Missed missed) {
        Long left = missed.left();
        return left == null ? null : clock.micros(left);
    }

    private static Array array(
            PreparedStatement statement,
            List<Missed> missed,
            Function<Missed, @Nullable Long> value)
            throws SQLException {
        Object[] values = missed.stream().map(value).toArray();
        return statement.getConnection().createArrayOf("bigint", values);
    }

    /** Slows everybody down. */
    void slow(Key key, String action, OptionalInt named) throws SQLException {
        call(
                "SELECT pace_slow(?, ?, ?, ?)",
                key,
                statement -> {
                    statement.setString(3, action);
                    if (named.isPresent()) {
                        statement.setInt(4, named.getAsInt());
                    } else {
                        statement.setNull(4, Types.INTEGER);
                    }
                    return statement.execute();
                });
    }

    /** Tells which zones a key sees. */
    void sees(Key key, Collection<String> zones) throws SQLException {
        call(
                "SELECT pace_sees(?, ?, ?)",
                key,
                statement -> {
                    Array array =
                            statement
                                    .getConnection()
                                    .createArrayOf("text", zones.toArray(String[]::new));
                    statement.setArray(3, array);
                    return statement.execute();
                });
    }

    /** Ends the connection, also under a call that hangs. Thread-safe. */
    void close() {
        Connection connection = open;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                // It is gone already.
            }
        }
    }

    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T call(String sql, Key key, Work<T> work) throws SQLException {
        Connection connection = connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.endpoint());
            statement.setString(2, key.fingerprint());
            return work.run(statement);
        } catch (SQLException e) {
            close();
            open = null;
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = database.open();
            connection.setNetworkTimeout(Runnable::run, HUNG);
            open = connection;
        }
        return connection;
    }
}

package edgeone.purge.team.read;

import edgeone.purge.team.db.TeamDatabase;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Connections that read, kept for a while as making one takes long. A kept one that has died
 * meanwhile is replaced without a word. Thread-safe.
 */
final class Lines implements AutoCloseable {
    private static final int KEPT = 3;

    private final TeamDatabase database;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Lines(TeamDatabase database) {
        this.database = database;
    }

    /** Reads something. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Reads on a connection that nobody else uses meanwhile.
     *
     * @throws UnreachableTeamException if the database cannot be read
     */
    <T> T read(Work<T> work) {
        Connection kept = take();
        if (kept != null) {
            try {
                return use(kept, work);
            } catch (SQLException e) {
                if (!isBroken(e)) {
                    throw new UnreachableTeamException(e);
                }
            }
        }
        try {
            return use(open(), work);
        } catch (SQLException e) {
            throw new UnreachableTeamException(e);
        }
    }

    /**
     * Reads as of one moment, in a transaction.
     *
     * @throws UnreachableTeamException if the database cannot be read
     */
    <T> T readAtOnce(Work<T> work) {
        try (Connection connection = open()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            T read = work.on(connection);
            connection.rollback();
            return read;
        } catch (SQLException e) {
            throw new UnreachableTeamException(e);
        }
    }

    /** A connection to be closed by the caller, for reading only. */
    Connection open() throws SQLException {
        Connection connection = database.open();
        try {
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Whether a connection that says this is of no use any more. */
    static boolean isBroken(SQLException e) {
        String state = e.getSQLState();
        // Classes 08 (connection) and 57P (the server ends or was told to).
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private <T> T use(Connection connection, Work<T> work) throws SQLException {
        boolean sound = false;
        try {
            T read = work.on(connection);
            sound = true;
            return read;
        } catch (SQLException e) {
            sound = !isBroken(e);
            throw e;
        } finally {
            giveBack(connection, sound);
        }
    }

    private synchronized @Nullable Connection take() {
        return idle.pollFirst();
    }

    private void giveBack(Connection connection, boolean sound) {
        boolean keep;
        synchronized (this) {
            keep = sound && !closed && idle.size() < KEPT;
            if (keep) {
                idle.addFirst(connection);
            }
        }
        if (!keep) {
            closeQuietly(connection);
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nobody uses it any more.
        }
    }

    @Override
    public void close() {
        Deque<Connection> open;
        synchronized (this) {
            closed = true;
            open = new ArrayDeque<>(idle);
            idle.clear();
        }
        open.forEach(Lines::closeQuietly);
    }
}

package edgeone.purge.team.db;

import org.postgresql.PGConnection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What passes between a connection and its server beside statements. */
public final class Signals {
    /** Where the database says that something was published. */
    private static final String CHANNEL = "edgeone_purge";

    private Signals() {}

    /** From now on the connection hears when something is published. */
    public static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
    }

    /**
     * Waits until something is published.
     *
     * @return false if nothing was in that time
     * @throws SQLException if the connection has ended; one that died without a word is not noticed
     */
    public static boolean await(Connection connection, Duration patience) throws SQLException {
        PGConnection listening = connection.unwrap(PGConnection.class);
        return listening.getNotifications(Math.toIntExact(patience.toMillis())).length > 0;
    }

    /** Stops the statement that runs; it may also hit the next one, so use no other after it. */
    public static void stop(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }
}

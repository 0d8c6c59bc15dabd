package edgeone.purge.team.db;

import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Opens connections to a team's database. TLS is required, with a certificate of that host, except
 * on this machine. Calls block for seconds where the database cannot be reached; never use them on
 * the JavaFX thread, or where a purge would wait for them.
 */
public final class TeamDatabase {
    /** The schema in which everything is. */
    public static final String SCHEMA = "edgeone_purge";

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 30;

    private final TeamAddress address;
    private final TeamPassword password;
    private final @Nullable String caFile;
    private final int answerSeconds;

    /** Without certificates of its own. */
    public TeamDatabase(TeamAddress address, TeamPassword password) {
        this(address, password, null);
    }

    /**
     * @param caFile certificates trusted in addition to the platform's; null for none
     */
    public TeamDatabase(TeamAddress address, TeamPassword password, @Nullable String caFile) {
        this(address, password, caFile, ANSWER_SECONDS);
    }

    private TeamDatabase(
            TeamAddress address,
            TeamPassword password,
            @Nullable String caFile,
            int answerSeconds) {
        this.address = address;
        this.password = password;
        this.caFile = caFile;
        this.answerSeconds = answerSeconds;
    }

    /** The same with another bound for each answer, in seconds, instead of 30. */
    public TeamDatabase answeringWithin(int seconds) {
        return new TeamDatabase(address, password, caFile, seconds);
    }

    public TeamAddress address() {
        return address;
    }

    /**
     * A connection to a schema that this program knows, which the caller closes. It commits each
     * statement.
     *
     * @throws SQLException if there is none to be had; {@link TeamTrouble#of} says why
     */
    public Connection open() throws SQLException {
        Connection connection = connect();
        try {
            TeamSchema.check(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A connection whatever is in the database, which the caller closes. It commits each statement.
     *
     * @throws SQLException if there is none to be had; {@link TeamTrouble#of} says why
     */
    public Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.database());
        source.setUser(address.user());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(answerSeconds);
        source.setTcpKeepAlive(true);
        source.setApplicationName("EdgeOne Purge Console");
        source.setCurrentSchema(SCHEMA);
        source.setProperty(PGProperty.GSS_ENC_MODE, "disable");
        source.setProperty(PGProperty.SSL_RESPONSE_TIMEOUT, "5000");
        source.setProperty(PGProperty.SSL_MODE, address.isLoopback() ? "disable" : "verify-full");
        source.setProperty(PGProperty.SSL_FACTORY, TeamSockets.class.getName());
        source.setProperty(PGProperty.SSL_FACTORY_ARG, caFile == null ? "" : caFile);
        try (Secret secret = password.read()) {
            if (secret != null) {
                char[] characters = secret.key();
                source.setPassword(new String(characters));
                Arrays.fill(characters, '\0');
            }
        }
        return source.getConnection();
    }
}

package edgeone.purge.team.db;

import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.SQLException;

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
    private final @Nullable Secret password;

    public TeamDatabase(TeamAddress address, @Nullable Secret password) {
        this.address = address;
        this.password = password;
    }

    public TeamAddress address() {
        return address;
    }

    /**
     * A connection of its own, which the caller closes. It commits each statement.
     *
     * @throws SQLException if there is none to be had
     */
    public Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.database());
        source.setUser(address.user());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("EdgeOne Purge Console");
        source.setCurrentSchema(SCHEMA);
        source.setProperty(
                PGProperty.SSL_MODE.getName(), address.isLoopback() ? "disable" : "verify-full");
        source.setProperty(
                PGProperty.SSL_FACTORY.getName(), "org.postgresql.ssl.DefaultJavaSSLFactory");
        if (password != null) {
            source.setPassword(new String(password.key()));
        }
        return source.getConnection();
    }
}

package edgeone.purge.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Migrates a journal to the newest schema: one numbered file after the other, each in a
 * transaction.
 */
final class Schema {
    private static final List<String> VERSIONS =
            List.of("V1__jobs.sql", "V2__likely_sent.sql", "V3__account_identity.sql");

    private Schema() {}

    static int newest() {
        return VERSIONS.size();
    }

    static void refuseNewer(Connection connection, Path file) throws SQLException {
        int version = version(connection);
        if (version > newest()) {
            throw new JournalException(
                    JournalException.Kind.NEWER_VERSION,
                    file,
                    "schema " + version + "; this program supports up to " + newest(),
                    new SQLException("newer schema"));
        }
    }

    static void migrate(Connection connection, Path file) throws SQLException {
        if (version(connection) == newest()) {
            return;
        }
        // The write lock is held from here: another process may have migrated meanwhile.
        Journal.begin(connection);
        try (Statement statement = connection.createStatement()) {
            refuseNewer(connection, file);
            for (int next = version(connection); next < newest(); next++) {
                for (String sql : statements(VERSIONS.get(next))) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version = " + (next + 1));
            }
            Journal.execute(connection, "COMMIT");
        } catch (SQLException e) {
            Journal.execute(connection, "ROLLBACK");
            throw e;
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static List<String> statements(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            String sql =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("--[^\n]*", "");
            return List.of(sql.split(";\\s*")).stream()
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

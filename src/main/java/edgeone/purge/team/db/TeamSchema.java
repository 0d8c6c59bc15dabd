package edgeone.purge.team.db;

import edgeone.purge.team.db.TeamTrouble.Kind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The schema of a team's database: roles, then one numbered file after the other, each run once.
 * All of it is one script, which does only what is left to do; {@link #script} is what a database
 * administrator runs, and {@link #migrate} runs the same.
 */
public final class TeamSchema {
    /** One file for each version, from 1 on. */
    private static final List<String> FILES =
            List.of( //
                    "V1__history.sql", //
                    "V2__search.sql", //
                    "V3__pace.sql", //
                    "V4__requests.sql");

    private static final int OLDEST_SERVER = 140_000;

    private TeamSchema() {}

    /** The version this program works with. */
    public static int newest() {
        return FILES.size();
    }

    /** The SQL of roles and schema, to be run as a whole in the team's database. */
    public static String script() {
        StringBuilder script = new StringBuilder(file("roles.sql"));
        for (int i = 0; i < FILES.size(); i++) {
            int version = i + 1;
            String quote = "$version_" + version + "$";
            script.append(
                    """

                    DO $migration$
                    BEGIN
                      IF NOT EXISTS (SELECT FROM edgeone_purge.schema_version WHERE version = %1$d) THEN
                        EXECUTE %2$s
                    %3$s%2$s;
                        INSERT INTO edgeone_purge.schema_version (version) VALUES (%1$d);
                      END IF;
                    END
                    $migration$;
                    """
                            .formatted(version, quote, file(FILES.get(i))));
        }
        return script.append("\nCOMMIT;\n").toString();
    }

    /**
     * Creates the schema, or brings it to the newest version.
     *
     * @throws SQLException what is missing could not be made; nothing was changed then
     */
    public static void migrate(Connection connection) throws SQLException {
        refuseOthers(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(script());
        } catch (SQLException e) {
            rollBack(connection);
            throw e;
        }
    }

    /** Refuses a database in which nothing of ours must be made. */
    private static void refuseOthers(Connection connection) throws SQLException {
        refuseOldServer(connection);
        OptionalInt version = version(connection);
        if (version.orElse(0) > newest()) {
            throw newer(version.orElse(0));
        }
    }

    private static void refuseOldServer(Connection connection) throws SQLException {
        int server = Integer.parseInt(one(connection, "SHOW server_version_num").orElse("0"));
        if (server < OLDEST_SERVER) {
            throw new TeamException(
                    Kind.OLD_SERVER, one(connection, "SHOW server_version").orElse(""));
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            }
        }
    }

    /** The version in the database; empty where there is no schema of ours. */
    public static OptionalInt version(Connection connection) throws SQLException {
        if (one(connection, "SELECT to_regclass('edgeone_purge.schema_version')::text").isEmpty()) {
            return OptionalInt.empty();
        }
        return one(connection, "SELECT coalesce(max(version), 0) FROM edgeone_purge.schema_version")
                .map(Integer::valueOf)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /**
     * Checks that the schema is the one this program works with; returns its version.
     *
     * @throws TeamException it is not
     */
    public static int check(Connection connection) throws SQLException {
        refuseOldServer(connection);
        OptionalInt version = version(connection);
        if (version.isEmpty()) {
            throw new TeamException(Kind.NO_SCHEMA, "");
        }
        if (version.getAsInt() > newest()) {
            throw newer(version.getAsInt());
        }
        if (version.getAsInt() < newest()) {
            throw new TeamException(Kind.OLDER_SCHEMA, String.valueOf(version.getAsInt()));
        }
        return version.getAsInt();
    }

    private static TeamException newer(int version) {
        return new TeamException(Kind.NEWER_SCHEMA, String.valueOf(version));
    }

    private static Optional<String> one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            @Nullable String value = row.next() ? row.getString(1) : null;
            return Optional.ofNullable(value);
        }
    }

    private static String file(String name) {
        try (InputStream in = TeamSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

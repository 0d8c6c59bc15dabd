package edgeone.purge.journal.file;

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
public final class Schema {
    /** The first version whose jobs have numbers and an index. */
    public static final int INDEXED = 5;

    private static final List<Step> STEPS =
            List.of(
                    Step.of("V1__jobs.sql"),
                    Step.of("V2__likely_sent.sql"),
                    Step.of("V3__account_identity.sql"),
                    Step.of("V4__quota.sql"),
                    new Step("V5__search.sql", SearchMigration::run),
                    new Step("V6__chain.sql", ChainMigration::run),
                    Step.of("V7__calls.sql"),
                    Step.of("V8__sync.sql"),
                    Step.of("V9__prefetch.sql"),
                    Step.of("V10__probes.sql"),
                    Step.of("V11__recipe.sql"),
                    Step.of("V12__follow_up.sql"),
                    new Step("V13__verified.sql", ChainMigration::verified),
                    Step.of("V14__team.sql"),
                    Step.of("V15__state_index.sql"));

    /**
     * The way to one version.
     *
     * @param script statements, run first
     * @param then what takes more than a script
     */
    private record Step(String script, Work then) {
        static Step of(String script) {
            return new Step(script, (_, _) -> {});
        }
    }

    /** Work on a connection, inside the step's transaction. */
    @FunctionalInterface
    private interface Work {
        void on(Connection connection, MigrationWatch watch) throws SQLException;
    }

    private Schema() {}

    public static int newest() {
        return STEPS.size();
    }

    public static void refuseNewer(Connection connection, Path file) throws SQLException {
        int version = version(connection);
        if (version > newest()) {
            throw new JournalException(
                    JournalException.Kind.NEWER_VERSION,
                    file,
                    "schema " + version + "; this program supports up to " + newest(),
                    new SQLException("newer schema"));
        }
    }

    /**
     * The version of a journal that is about to be migrated; 0 where none is or it holds nothing.
     */
    static int olderVersion(Connection connection) throws SQLException {
        int version = version(connection);
        return version < newest() ? version : 0;
    }

    /** Creates the empty tables of a version, for rows of that version to be put in. */
    public static void create(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Step step : STEPS.subList(0, version)) {
                for (String sql : statements(step.script())) {
                    statement.execute(sql);
                }
            }
            statement.execute("PRAGMA user_version = " + version);
        }
    }

    /** Makes jobs of this version findable that were put in without the index. */
    public static void index(Connection connection, MigrationWatch watch) throws SQLException {
        SearchMigration.run(connection, watch);
    }

    /** Migrates a journal to the newest schema, if it is older. */
    public static void migrate(Connection connection, Path file, MigrationWatch watch)
            throws SQLException {
        if (version(connection) == newest()) {
            return;
        }
        // The write lock is held from here: another process may have migrated meanwhile.
        Journal.begin(connection);
        try (Statement statement = connection.createStatement()) {
            refuseNewer(connection, file);
            for (int next = version(connection); next < newest(); next++) {
                Step step = STEPS.get(next);
                for (String sql : statements(step.script())) {
                    statement.execute(sql);
                }
                step.then().on(connection, watch);
                statement.execute("PRAGMA user_version = " + (next + 1));
            }
            Journal.execute(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            Journal.execute(connection, "ROLLBACK");
            throw e;
        }
    }

    /** The version of a journal; 0 for an empty file. */
    public static int version(Connection connection) throws SQLException {
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

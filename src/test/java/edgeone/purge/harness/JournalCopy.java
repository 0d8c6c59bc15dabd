package edgeone.purge.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal on disk, read without the program. Reads a copy, so that recovering the write-ahead log
 * is left to the program.
 *
 * @param readAt before which it was read
 * @param damage what SQLite's integrity check reports; empty if it passes
 * @param openSteps verifications and prefetches that are to follow a purge and have not come to an
 *     end
 */
record JournalCopy(
        Instant readAt, String damage, List<Row> rows, List<Open> open, List<String> openSteps) {
    private static final String TARGETS =
            "SELECT target.job_id, target.batch, target, target.state, batch.state,"
                    + " coalesce(task_id, ''), type = 'prefetch_url' FROM target JOIN job ON id ="
                    + " target.job_id JOIN batch ON batch.job_id = id AND n = target.batch";
    private static final String OPEN_STEPS =
            "SELECT job_id || ' is not verified' FROM verification WHERE after_at IS NULL UNION ALL"
                    + " SELECT job_id || ' has no prefetch' FROM follow_up WHERE next_job IS NULL";

    /** A target with its batch. */
    record Row(
            String job,
            int batch,
            String target,
            String state,
            String batchState,
            String task,
            boolean prefetch) {
        String work() {
            return JournalCopy.work(prefetch, target);
        }
    }

    /** What is asked of EdgeOne, and only once. */
    static String work(boolean prefetch, String target) {
        return (prefetch ? "prefetch " : "purge ") + target;
    }

    /** One with nothing in it. */
    private static JournalCopy empty(Instant readAt, String damage) {
        return new JournalCopy(readAt, damage, List.of(), List.of(), List.of());
    }

    /** A batch that is not settled. */
    record Open(String job, int batch, String state) {}

    /** Reads the journal of a home folder; a missing one is empty. */
    static JournalCopy of(Path home) throws IOException {
        Path file = home.resolve("journal.db");
        if (!Files.exists(file) || Files.size(file) == 0) {
            return empty(Instant.now(), "");
        }
        Path folder = Files.createTempDirectory("journal-copy");
        try {
            Path copy = folder.resolve("journal.db");
            Files.copy(file, copy);
            for (String suffix : List.of("-wal", "-journal")) {
                Path beside = home.resolve("journal.db" + suffix);
                if (Files.exists(beside)) {
                    Files.copy(
                            beside,
                            folder.resolve("journal.db" + suffix),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Instant readAt = Instant.now();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
                return read(connection, readAt);
            } catch (SQLException e) {
                return empty(readAt, e.toString());
            }
        } finally {
            Stage.delete(folder);
        }
    }

    private static JournalCopy read(Connection connection, Instant readAt) throws SQLException {
        List<Row> rows = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        String damage = "";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet r = statement.executeQuery("PRAGMA integrity_check")) {
                damage = r.next() ? r.getString(1) : "no answer";
            }
            try (ResultSet r =
                    statement.executeQuery(
                            "SELECT 1 FROM sqlite_master WHERE name IN ('job', 'batch',"
                                    + " 'target')")) {
                int tables = 0;
                while (r.next()) {
                    tables++;
                }
                if (tables < 3) {
                    return empty(readAt, ok(damage));
                }
            }
            try (ResultSet r = statement.executeQuery(TARGETS)) {
                while (r.next()) {
                    rows.add(
                            new Row(
                                    r.getString(1),
                                    r.getInt(2),
                                    r.getString(3),
                                    r.getString(4),
                                    r.getString(5),
                                    r.getString(6),
                                    r.getBoolean(7)));
                }
            }
            try (ResultSet r =
                    statement.executeQuery(
                            "SELECT job_id, n, state FROM batch WHERE state IN ('planned',"
                                    + " 'sending', 'unknown')")) {
                while (r.next()) {
                    open.add(new Open(r.getString(1), r.getInt(2), r.getString(3)));
                }
            }
            try (ResultSet r = statement.executeQuery(OPEN_STEPS)) {
                while (r.next()) {
                    steps.add(r.getString(1));
                }
            }
        }
        return new JournalCopy(readAt, ok(damage), rows, open, steps);
    }

    private static String ok(String damage) {
        return damage.equals("ok") ? "" : damage;
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    boolean hasUnfinished() {
        return !openSteps.isEmpty()
                || rows.stream()
                        .anyMatch(r -> List.of("accepted", "processing").contains(r.state()));
    }
}

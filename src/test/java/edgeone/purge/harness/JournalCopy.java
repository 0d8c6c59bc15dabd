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
 */
record JournalCopy(Instant readAt, String damage, List<Row> rows, List<Open> open) {
    /** A target with its batch. */
    record Row(
            String job, int batch, String target, String state, String batchState, String task) {}

    /** A batch that is not settled. */
    record Open(String job, int batch, String state) {}

    /** Reads the journal of a home folder; a missing one is empty. */
    static JournalCopy of(Path home) throws IOException {
        Path file = home.resolve("journal.db");
        if (!Files.exists(file) || Files.size(file) == 0) {
            return new JournalCopy(Instant.now(), "", List.of(), List.of());
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
                return new JournalCopy(readAt, e.toString(), List.of(), List.of());
            }
        } finally {
            Stage.delete(folder);
        }
    }

    private static JournalCopy read(Connection connection, Instant readAt) throws SQLException {
        List<Row> rows = new ArrayList<>();
        List<Open> open = new ArrayList<>();
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
                    return new JournalCopy(readAt, ok(damage), rows, open);
                }
            }
            try (ResultSet r =
                    statement.executeQuery(
                            "SELECT target.job_id, target.batch, target, target.state,"
                                    + " batch.state, coalesce(task_id, '') FROM target JOIN batch"
                                    + " ON batch.job_id = target.job_id AND n = target.batch")) {
                while (r.next()) {
                    rows.add(
                            new Row(
                                    r.getString(1),
                                    r.getInt(2),
                                    r.getString(3),
                                    r.getString(4),
                                    r.getString(5),
                                    r.getString(6)));
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
        }
        return new JournalCopy(readAt, ok(damage), rows, open);
    }

    private static String ok(String damage) {
        return damage.equals("ok") ? "" : damage;
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    boolean hasUnfinished() {
        return rows.stream().anyMatch(r -> List.of("accepted", "processing").contains(r.state()));
    }
}

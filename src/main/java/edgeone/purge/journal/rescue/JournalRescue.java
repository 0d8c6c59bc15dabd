package edgeone.purge.journal.rescue;

import edgeone.purge.files.OwnerOnly;
import edgeone.purge.journal.file.MigrationWatch;
import edgeone.purge.journal.file.Schema;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.journal.sql.SqliteLibrary;
import edgeone.purge.model.rescue.RescueReport;

import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Saves what can be read of a damaged journal to a new one of the current schema. */
public final class JournalRescue {
    private final Path home;
    private final Path damaged;
    private final Path output;

    /**
     * @param home where SQLite's library is unpacked
     * @param damaged only copied, with its log, never opened: SQLite changes what it opens
     * @param output must not exist; needs as much room as twice the damaged file while it is made
     */
    public JournalRescue(Path home, Path damaged, Path output) {
        this.home = home;
        this.damaged = damaged;
        this.output = output;
    }

    /**
     * Saves it.
     *
     * @param saved told how many jobs are saved so far
     * @param stopped asked now and then; if it says so, nothing is left
     * @throws UnreadableJournalException if nothing can be read
     * @throws edgeone.purge.journal.file.JournalException if a newer version wrote it
     * @throws StoppedException if it was stopped
     * @throws IOException if the file cannot be copied or the new one not be written
     */
    public RescueReport run(IntConsumer saved, BooleanSupplier stopped) throws IOException {
        if (!Files.exists(damaged)) {
            throw new NoSuchFileException(damaged.toString());
        }
        if (Files.exists(output)) {
            throw new FileAlreadyExistsException(output.toString());
        }
        Path folder =
                output.toAbsolutePath()
                        .resolveSibling("." + output.getFileName() + "." + UUID.randomUUID());
        OwnerOnly.createFolder(folder);
        try {
            if (Files.isDirectory(home)) {
                SqliteLibrary.prepare(home);
            }
            Path copy = folder.resolve("damaged.db");
            Path part = folder.resolve("saved.db");
            copy(damaged, copy);
            OwnerOnly.createFile(part);
            RescueReport report = save(copy, part, saved, stopped);
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(part, output, StandardCopyOption.ATOMIC_MOVE);
            return report;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            remove(folder);
        }
    }

    /** What was committed last may be only in the log. */
    private static void copy(Path file, Path to) throws IOException {
        Files.copy(file, to);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, to.resolveSibling(to.getFileName() + "-wal"));
        }
    }

    private RescueReport save(Path copy, Path part, IntConsumer saved, BooleanSupplier stopped)
            throws SQLException, IOException {
        try (Connection from = connect(copy);
                Connection to = connect(part)) {
            int version = version(from);
            Sql.update(to, "PRAGMA synchronous = OFF");
            Sql.update(to, "PRAGMA foreign_keys = OFF");
            to.setAutoCommit(false);
            Schema.create(to, version);
            SavedRows rows = new SavedRows(from, to, saved, stopped);
            rows.save();
            MigrationWatch watch =
                    (_, _, _) -> {
                        if (stopped.getAsBoolean()) {
                            throw new StoppedException();
                        }
                    };
            if (version >= Schema.INDEXED) {
                index(to, watch);
            }
            to.commit();
            to.setAutoCommit(true);
            Schema.migrate(to, part, watch);
            return new RescueReport(
                    output,
                    Sql.count(to, "SELECT count(*) FROM job"),
                    Sql.count(to, "SELECT count(*) FROM target"),
                    rows.lost());
        }
    }

    /** Gives jobs new numbers, as the index wants them; calls keep to their jobs. */
    private static void index(Connection to, MigrationWatch watch) throws SQLException {
        Sql.update(to, "CREATE TEMP TABLE before AS SELECT id, number FROM job");
        Sql.update(to, "CREATE INDEX temp.before_number ON before (number)");
        Sql.update(to, "UPDATE job SET number = NULL, numbers = 1");
        Schema.index(to, watch);
        if (Bounds.exists(to, "call")) {
            Sql.update(
                    to,
                    "UPDATE call SET job = (SELECT job.number FROM before JOIN job USING (id) WHERE"
                            + " before.number = call.job) WHERE job IS NOT NULL");
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
    }

    private int version(Connection from) throws IOException {
        try {
            // Otherwise SQLite refuses a file that is shorter than it says.
            Sql.update(from, "PRAGMA writable_schema = ON");
            Schema.refuseNewer(from, damaged);
            int version = Schema.version(from);
            List<String> tables =
                    Sql.list(
                            from,
                            r -> r.getString(1),
                            "SELECT name FROM sqlite_schema WHERE type = 'table'");
            if (version < 1 || !tables.contains("job")) {
                throw new UnreadableJournalException(damaged);
            }
            return version;
        } catch (SQLException e) {
            throw new UnreadableJournalException(damaged, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }
}

package edgeone.purge.journal.file;

import edgeone.purge.files.OwnerOnly;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.journal.sql.SqliteLibrary;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The journal's file: creates and migrates it, and moves it aside if it is not a database. */
final class JournalFile {
    /** How long a writer waits for one of another process. */
    static final int BUSY_MILLIS = 30_000;

    /** How long one that writes what may be lost waits. */
    private static final int PATIENT_MILLIS = 250;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path home;
    private final Path file;
    private final Clock clock;

    JournalFile(Path home, Clock clock) {
        this.home = home;
        this.file = home.resolve("journal.db");
        this.clock = clock;
    }

    /** One connection for writing, one for reading, and the identity of the files they opened. */
    record Connections(Connection writer, Connection reader, JournalIdentity identity) {
        void close() {
            closeQuietly(reader);
            closeQuietly(writer);
        }
    }

    /**
     * Opens it.
     *
     * @param watch hears of a migration
     * @throws JournalException see its kinds; a file that is not a database is moved aside first
     */
    Connections open(MigrationWatch watch) {
        try {
            OwnerOnly.createFolder(home);
            if (isForeign(file)) {
                throw keptAside(null);
            }
            OwnerOnly.createFile(file);
            SqliteLibrary.prepare(home);
        } catch (IOException e) {
            throw new JournalException(JournalException.Kind.CANNOT_OPEN, file, reason(e), e);
        }
        Connection writer = null;
        try {
            refuseNewer(file);
            Optional<Object> before = JournalIdentity.key(file);
            writer = connect(file);
            keepCopy(writer, watch);
            Schema.migrate(writer, file, watch);
            Connection reader = connect(file);
            JournalIdentity identity = identity(reader);
            if (!JournalIdentity.key(file).equals(before)) {
                throw replaced(file);
            }
            return new Connections(writer, reader, identity);
        } catch (IOException e) {
            closeQuietly(writer);
            throw new JournalException(JournalException.Kind.CANNOT_OPEN, file, reason(e), e);
        } catch (SQLException e) {
            closeQuietly(writer);
            throw notOpened(e);
        } catch (RuntimeException e) {
            closeQuietly(writer);
            throw e;
        }
    }

    /** Copies a journal of an earlier version before it is changed. */
    private void keepCopy(Connection connection, MigrationWatch watch)
            throws SQLException, IOException {
        int version = Schema.olderVersion(connection);
        if (version == 0) {
            return;
        }
        new KeptCopy(file, watch).write(connection, unused(KeptCopy.name(file, version, stamp())));
    }

    private Path unused(String name) {
        Path path = file.resolveSibling(name);
        for (int i = 2; Files.exists(path); i++) {
            path = file.resolveSibling(name + "-" + i);
        }
        return path;
    }

    private String stamp() {
        return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
    }

    /** Read once, because SQLite creates the files beside the journal only when it needs them. */
    private JournalIdentity identity(Connection reader) throws SQLException, IOException {
        Sql.count(reader, "SELECT count(*) FROM sqlite_master");
        return JournalIdentity.of(file);
    }

    /** The error for a file {@code changed} that is no longer the one opened. */
    JournalException replaced(Path changed) {
        return new JournalException(
                JournalException.Kind.REPLACED,
                changed,
                "removed, moved or replaced",
                new IOException("removed, moved or replaced: " + changed));
    }

    /** Fails if the next process could not open the file for writing. */
    void refuseReadOnly() {
        if (!Files.isWritable(file)) {
            throw new JournalException(
                    JournalException.Kind.CANNOT_WRITE,
                    file,
                    "read-only",
                    new IOException("read-only: " + file));
        }
    }

    Path path() {
        return file;
    }

    /** The error for a failed statement. */
    JournalException failed(SQLException e) {
        return new JournalException(
                kind(e, JournalException.Kind.CANNOT_WRITE), file, reason(e), e);
    }

    /** The error for a journal that was closed before it was opened. */
    JournalException closed() {
        return new JournalException(
                JournalException.Kind.CANNOT_OPEN, file, "closed", new SQLException("closed"));
    }

    private JournalException notOpened(SQLException e) {
        JournalException.Kind kind = kind(e, JournalException.Kind.CANNOT_OPEN);
        return kind == JournalException.Kind.DAMAGED
                ? keptAside(e)
                : new JournalException(kind, file, reason(e), e);
    }

    private static JournalException.Kind kind(SQLException e, JournalException.Kind otherwise) {
        SQLiteErrorCode code =
                e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_NOTADB, SQLITE_CORRUPT -> JournalException.Kind.DAMAGED;
            case SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR, SQLITE_PERM ->
                    JournalException.Kind.CANNOT_WRITE;
            case SQLITE_BUSY, SQLITE_LOCKED -> JournalException.Kind.BUSY;
            default -> otherwise;
        };
    }

    /** Read-only: even setting the journal mode would change what a newer version wrote. */
    private static void refuseNewer(Path file) throws SQLException {
        try (Connection connection = connectToRead(file)) {
            Schema.refuseNewer(connection, file);
        }
    }

    /** A connection that cannot write. */
    Connection connectToRead() throws SQLException {
        return connectToRead(file);
    }

    private static Connection connectToRead(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static Connection connect(Path file) throws SQLException {
        return connect(file, SQLiteConfig.SynchronousMode.FULL, BUSY_MILLIS);
    }

    private static Connection connect(
            Path file, SQLiteConfig.SynchronousMode synchronous, int busyMillis)
            throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setBusyTimeout(busyMillis);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** One more connection to the file. */
    Connection another() throws SQLException {
        return connect(file);
    }

    /**
     * A connection whose commits are not forced onto the disk, and which does not wait for long.
     */
    Connection unsynced() throws SQLException {
        return connect(file, SQLiteConfig.SynchronousMode.NORMAL, PATIENT_MILLIS);
    }

    private static boolean isForeign(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(MAGIC.length);
            return head.length > 0 && !Arrays.equals(head, MAGIC);
        }
    }

    private JournalException keptAside(@Nullable Throwable cause) {
        Path aside = unused("journal.db.not-a-database-" + stamp());
        try {
            Files.move(file, aside);
            for (String suffix : new String[] {"-wal", "-shm"}) {
                Path beside = file.resolveSibling("journal.db" + suffix);
                if (Files.exists(beside)) {
                    Files.move(beside, aside.resolveSibling(aside.getFileName() + suffix));
                }
            }
        } catch (IOException e) {
            return new JournalException(JournalException.Kind.CANNOT_OPEN, file, reason(e), e);
        }
        return new JournalException(
                JournalException.Kind.NOT_A_DATABASE,
                aside,
                "not a database",
                cause == null ? new IOException("not a database") : cause);
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // Nothing is lost: every commit is already on disk.
            }
        }
    }
}

package edgeone.purge.journal;

import edgeone.purge.files.OwnerOnly;

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
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open journal file: one connection that writes, one that reads, each used by one thread at a
 * time. Several processes may have it open; a writer waits for the other's up to {@value
 * #BUSY_MILLIS} ms.
 */
public final class Journal implements AutoCloseable {
    static final int BUSY_MILLIS = 30_000;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final Connection writer;
    private final Connection reader;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();

    private Journal(Path file, Connection writer, Connection reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Opens the journal of a home folder, creating or migrating it.
     *
     * @throws JournalException see its kinds; a file that is no database has been moved aside then
     */
    public static Journal open(Path home, Clock clock) {
        Path file = home.resolve("journal.db");
        try {
            OwnerOnly.createFolder(home);
            if (isForeign(file)) {
                throw keptAside(file, clock, null);
            }
            OwnerOnly.createFile(file);
            SqliteLibrary.prepare(home);
        } catch (IOException e) {
            throw new JournalException(JournalException.Kind.CANNOT_OPEN, file, reason(e), e);
        }
        Connection writer = null;
        try {
            refuseNewer(file);
            writer = connect(file);
            Schema.migrate(writer, file);
            return new Journal(file, writer, connect(file));
        } catch (SQLException e) {
            closeQuietly(writer);
            throw failed(file, clock, e);
        } catch (JournalException e) {
            closeQuietly(writer);
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Work that answers nothing. */
    @FunctionalInterface
    interface Change {
        void on(Connection connection) throws SQLException;
    }

    /** Runs {@code change} in one transaction; when this returns, it is on the disk. */
    void change(Change change) {
        write(
                c -> {
                    change.on(c);
                    return true;
                });
    }

    /** Runs {@code work} in one transaction; when this returns, it is on the disk. */
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            begin(writer);
            T result = work.on(writer);
            execute(writer, "COMMIT");
            return result;
        } catch (SQLException e) {
            rollBack();
            throw failed(file, null, e);
        } catch (RuntimeException e) {
            rollBack();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Begins a transaction that may write at once: two processes that both mean to write queue up
     * here, where waiting works. By hand, because the driver's own transactions begin again at
     * every commit and so would never let another process write.
     */
    static void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    <T> T read(Work<T> work) {
        reading.lock();
        try {
            return work.on(reader);
        } catch (SQLException e) {
            throw failed(file, null, e);
        } finally {
            reading.unlock();
        }
    }

    private void rollBack() {
        try {
            execute(writer, "ROLLBACK");
        } catch (SQLException e) {
            // The failure that led here is the one to tell; a transaction that cannot be rolled
            // back
            // is one that had not begun.
        }
    }

    @Override
    public void close() {
        writing.lock();
        reading.lock();
        try {
            closeQuietly(reader);
            closeQuietly(writer);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }

    /** Reads only: even choosing how to write would change what a newer version left. */
    private static void refuseNewer(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
            Schema.refuseNewer(connection, file);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + file);
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

    private static JournalException keptAside(Path file, Clock clock, @Nullable Throwable cause) {
        String stamp =
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(clock.instant());
        Path aside = file.resolveSibling("journal.db.not-a-database-" + stamp);
        try {
            for (int i = 2; Files.exists(aside); i++) {
                aside = file.resolveSibling("journal.db.not-a-database-" + stamp + "-" + i);
            }
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

    private static JournalException failed(Path file, @Nullable Clock opening, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        JournalException.Kind kind =
                switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
                    case SQLITE_NOTADB -> JournalException.Kind.DAMAGED;
                    case SQLITE_CORRUPT -> JournalException.Kind.DAMAGED;
                    case SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR, SQLITE_PERM ->
                            JournalException.Kind.CANNOT_WRITE;
                    case SQLITE_BUSY, SQLITE_LOCKED -> JournalException.Kind.BUSY;
                    default ->
                            opening != null
                                    ? JournalException.Kind.CANNOT_OPEN
                                    : JournalException.Kind.CANNOT_WRITE;
                };
        if (kind == JournalException.Kind.DAMAGED && opening != null) {
            return keptAside(file, opening, e);
        }
        return new JournalException(kind, file, reason(e), e);
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // Nothing is lost: every commit is on the disk already.
            }
        }
    }
}

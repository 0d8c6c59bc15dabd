package edgeone.purge.journal;

import edgeone.purge.journal.JournalFile.Connections;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The journal: one connection that writes, one that reads, each used by one thread at a time.
 * Several processes may have it open; a writer waits for the other's, up to {@value
 * JournalFile#BUSY_MILLIS} ms.
 */
public final class Journal implements AutoCloseable {
    private final JournalFile file;
    private final ReentrantLock opening = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Connections connections;
    private boolean closed;

    private Journal(JournalFile file) {
        this.file = file;
    }

    /**
     * Opens the journal of a home folder, creating or migrating it.
     *
     * @throws JournalException see its kinds; a file that is no database has been moved aside then
     */
    public static Journal open(Path home, Clock clock) {
        Journal journal = of(home, clock);
        journal.open();
        return journal;
    }

    /** The journal of a home folder, opened by {@link #open()} or when it is first used. */
    public static Journal of(Path home, Clock clock) {
        return new Journal(new JournalFile(home, clock));
    }

    /**
     * Opens it, creating or migrating the file, unless it is open.
     *
     * @throws JournalException see its kinds; a file that is no database has been moved aside then
     */
    public void open() {
        connections();
    }

    private Connections connections() {
        Connections open = connections;
        if (open != null) {
            return open;
        }
        opening.lock();
        try {
            open = connections;
            if (open == null) {
                if (closed) {
                    throw file.closed();
                }
                open = file.open();
                connections = open;
            }
            return open;
        } finally {
            opening.unlock();
        }
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
        Connection writer = connections().writer();
        writing.lock();
        try {
            begin(writer);
            T result = work.on(writer);
            execute(writer, "COMMIT");
            return result;
        } catch (SQLException e) {
            rollBack(writer);
            throw file.failed(e);
        } catch (RuntimeException e) {
            rollBack(writer);
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
        Connection reader = connections().reader();
        reading.lock();
        try {
            return work.on(reader);
        } catch (SQLException e) {
            throw file.failed(e);
        } finally {
            reading.unlock();
        }
    }

    private static void rollBack(Connection writer) {
        try {
            execute(writer, "ROLLBACK");
        } catch (SQLException e) {
            // The failure that led here is the one to tell; a transaction that cannot be rolled
            // back is one that had not begun.
        }
    }

    @Override
    public void close() {
        opening.lock();
        writing.lock();
        reading.lock();
        try {
            closed = true;
            Connections open = connections;
            if (open != null) {
                open.close();
            }
        } finally {
            reading.unlock();
            writing.unlock();
            opening.unlock();
        }
    }
}

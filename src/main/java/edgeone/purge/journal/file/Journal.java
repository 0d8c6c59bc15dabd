package edgeone.purge.journal.file;

import edgeone.purge.journal.file.JournalFile.Connections;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The journal: one connection for writing and one for reading, each used by one thread at a time,
 * and {@linkplain SideReader others} for long searches. Several processes may have it open; a
 * writer waits for the others, up to {@value JournalFile#BUSY_MILLIS} ms.
 */
public final class Journal implements AutoCloseable {
    private final JournalFile file;
    private final ReentrantLock opening = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final List<SideReader> besides = new CopyOnWriteArrayList<>();
    private volatile @Nullable Connections connections;
    private volatile @Nullable Path replaced;
    private @Nullable Connection unsynced;
    private boolean closed;

    private Journal(JournalFile file) {
        this.file = file;
    }

    /**
     * Opens the journal of a home folder, creating or migrating it.
     *
     * @throws JournalException see its kinds; a file that is not a database is moved aside first
     */
    public static Journal open(Path home, Clock clock) {
        Journal journal = of(home, clock);
        journal.open();
        return journal;
    }

    /** The journal of a home folder, opened by {@link #open()} or at its first use. */
    public static Journal of(Path home, Clock clock) {
        return new Journal(new JournalFile(home, clock));
    }

    /**
     * Opens the file, creating or migrating it, unless it is already open.
     *
     * @throws JournalException see its kinds; a file that is not a database is moved aside first
     */
    public void open() {
        open(MigrationWatch.NONE);
    }

    /**
     * Does so where a migration may take minutes.
     *
     * @throws JournalException see its kinds; a file that is not a database is moved aside first
     */
    public void open(MigrationWatch watch) {
        connections(watch);
    }

    private Connections connections() {
        return connections(MigrationWatch.NONE);
    }

    private Connections connections(MigrationWatch watch) {
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
                open = file.open(watch);
                connections = open;
            }
            return open;
        } finally {
            opening.unlock();
        }
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface Change {
        void on(Connection connection) throws SQLException;
    }

    /**
     * Checks that the open file is still the one at the journal's path; takes microseconds. If it
     * is not, nothing more is written, and what was written can still be read.
     *
     * @throws JournalException {@code REPLACED} if it is not
     */
    public void verify() {
        verify(connections());
    }

    /**
     * Checks, before something that must not go unrecorded, that the open file is still the one at
     * the journal's path and that the next process can open it for writing.
     *
     * @throws JournalException {@code REPLACED} or {@code CANNOT_WRITE} if not
     */
    public void verifyForSending() {
        verify(connections());
        file.refuseReadOnly();
    }

    private void verify(Connections open) {
        Path changed = replaced;
        if (changed == null) {
            changed = open.identity().changed();
            if (changed == null && open.identity().shrank() && wasCut(open)) {
                changed = file.path();
            }
            replaced = changed;
        }
        if (changed != null) {
            throw file.replaced(changed);
        }
    }

    /** SQLite shortens the file only when it counts fewer pages itself. */
    private boolean wasCut(Connections open) {
        reading.lock();
        try {
            long pages = Sql.count(open.reader(), "PRAGMA page_count");
            return open.identity().size() < pages * Sql.count(open.reader(), "PRAGMA page_size");
        } catch (SQLException e) {
            return true;
        } finally {
            reading.unlock();
        }
    }

    /** Runs {@code change} in one transaction, which is on disk when this returns. */
    public void change(Change change) {
        write(
                c -> {
                    change.on(c);
                    return true;
                });
    }

    /** Runs {@code work} in one transaction, which is on disk when this returns. */
    public <T> T write(Work<T> work) {
        Connections open = connections();
        writing.lock();
        try {
            verify(open);
            return transaction(open.writer(), work);
        } finally {
            writing.unlock();
        }
    }

    private <T> T transaction(Connection writer, Work<T> work) {
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
        }
    }

    /**
     * Runs {@code change} in one transaction for something that may be lost: it is not forced onto
     * the disk, so after a power cut it may be missing, and it waits for other writers only for a
     * moment. What {@link #write} wrote is as safe as ever.
     *
     * @throws JournalException also {@code BUSY}, after a quarter of a second
     */
    public void changeUnsynced(Change change) {
        Connections open = connections();
        writing.lock();
        try {
            if (closed) {
                throw file.closed();
            }
            verify(open);
            Connection writer = unsynced;
            if (writer == null) {
                writer = file.unsynced();
                unsynced = writer;
            }
            transaction(
                    writer,
                    c -> {
                        change.on(c);
                        return true;
                    });
        } catch (SQLException e) {
            throw file.failed(e);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Begins a transaction with the write lock taken at once: processes that want to write queue
     * here, where the busy timeout works. Done by hand, because the driver begins its next
     * transaction at every commit and would never let another process write.
     */
    static void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public <T> T read(Work<T> work) {
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

    /**
     * Runs long work that only reads on a connection of its own, on the journal as it is now;
     * others read and write meanwhile.
     */
    public <T> T readAside(Work<T> work) {
        verify(connections());
        try (Connection aside = file.another()) {
            execute(aside, "BEGIN");
            T result = work.on(aside);
            execute(aside, "COMMIT");
            return result;
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    /** Runs work outside of any transaction on a connection of its own. */
    public void aside(Change work) {
        verify(connections());
        try (Connection aside = file.another()) {
            work.on(aside);
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    /** A reader beside the ordinary one; closed with the journal. */
    public SideReader beside() {
        SideReader reader = new SideReader(this, file);
        besides.add(reader);
        return reader;
    }

    private static void rollBack(Connection writer) {
        try {
            execute(writer, "ROLLBACK");
        } catch (SQLException e) {
            // Report the failure that led here. A transaction that cannot be rolled back never
            // began.
        }
    }

    /**
     * Closes the journal. One that was replaced is abandoned instead: SQLite would delete the
     * write-ahead log at its path, which now belongs to another journal.
     */
    @Override
    public void close() {
        opening.lock();
        writing.lock();
        reading.lock();
        try {
            closed = true;
            Connections open = connections;
            boolean same = open != null && isSame(open);
            besides.forEach(reader -> reader.close(same));
            if (open != null && same) {
                JournalFile.closeQuietly(unsynced);
                open.close();
            }
        } finally {
            reading.unlock();
            writing.unlock();
            opening.unlock();
        }
    }

    private boolean isSame(Connections open) {
        return replaced == null && open.identity().changed() == null;
    }
}

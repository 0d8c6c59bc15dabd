package edgeone.purge.journal.file;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads the journal on a read-only connection and a thread of its own, so that a long search holds
 * up nobody else. Questions are numbered; a newer one stops the older ones, running or waiting.
 * Thread-safe.
 */
public final class SideReader {
    private static final int LOOK_MILLIS = 5;
    private static final int IDLE_SECONDS = 30;

    private final Journal journal;
    private final JournalFile file;
    private final ReentrantLock guard = new ReentrantLock();
    private final ThreadPoolExecutor thread;
    private long newest;
    private long running;
    private @Nullable Connection connection;
    private boolean closed;

    SideReader(Journal journal, JournalFile file) {
        this.journal = journal;
        this.file = file;
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("journal search").factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Reads for a question; waits for older parts of the same one.
     *
     * @param question its number, from 1; higher is newer
     * @throws CancellationException if there is a newer question or the journal was closed
     */
    public <T> T read(long question, Journal.Work<T> work) {
        journal.verify();
        locked(() -> newest = Math.max(newest, question));
        Future<T> answer;
        try {
            answer = thread.submit(() -> answer(question, work));
        } catch (RejectedExecutionException e) {
            throw new CancellationException("closed");
        }
        return await(answer);
    }

    private <T> T await(Future<T> answer) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    stopOutdated();
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Look again whether what runs is still wanted.
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failed(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RuntimeException failed(ExecutionException e) {
        if (e.getCause() instanceof SQLException cause) {
            return isInterrupt(cause)
                    ? new CancellationException("a newer question was asked")
                    : file.failed(cause);
        }
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(e.getCause());
    }

    private static boolean isInterrupt(SQLException e) {
        return e instanceof SQLiteException s
                && s.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT;
    }

    /** On the reader's thread. */
    private <T> T answer(long question, Journal.Work<T> work) throws SQLException {
        Connection open = begin(question);
        try {
            return work.on(open);
        } finally {
            locked(() -> running = 0);
        }
    }

    private Connection begin(long question) throws SQLException {
        guard.lock();
        try {
            if (closed || question < newest) {
                throw new CancellationException("a newer question was asked");
            }
            Connection open = connection;
            if (open == null) {
                open = file.connectToRead();
                connection = open;
            }
            running = question;
            return open;
        } finally {
            guard.unlock();
        }
    }

    /** Has no effect between two statements, and is therefore called again and again. */
    private void stopOutdated() {
        locked(
                () -> {
                    if (running > 0
                            && running < newest
                            && connection instanceof SQLiteConnection open) {
                        interrupt(open);
                    }
                });
    }

    private static void interrupt(SQLiteConnection open) {
        try {
            open.getDatabase().interrupt();
        } catch (SQLException e) {
            // It runs to its end instead.
        }
    }

    private void locked(Runnable action) {
        guard.lock();
        try {
            action.run();
        } finally {
            guard.unlock();
        }
    }

    /**
     * Stops what runs.
     *
     * @param same whether the file is still the one that was opened, see {@link Journal#close()}
     */
    void close(boolean same) {
        locked(
                () -> {
                    closed = true;
                    newest = Long.MAX_VALUE;
                });
        thread.shutdown();
        try {
            while (!thread.awaitTermination(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                stopOutdated();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Connection open = connection;
        if (open != null && same) {
            JournalFile.closeQuietly(open);
        }
    }
}

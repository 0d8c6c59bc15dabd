package edgeone.purge.team.pace;

import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.watch.CallWatcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The pace a process shares with the other machines of its team. One thread of its own talks to the
 * database; a request waits for it no longer than a moment. Thread-safe.
 */
public final class TeamPace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TeamPace.class);

    /** How long the database is left alone after it did not answer. */
    static final long COOL_OFF = TimeUnit.SECONDS.toNanos(10);

    private final PaceTable table;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("team pace").factory());
    private volatile long restsUntil = System.nanoTime();
    private volatile boolean answers = true;

    public TeamPace(TeamDatabase database) {
        table = new PaceTable(database);
    }

    /**
     * The gate of one key: first the team's slot, then the machine's own gate.
     *
     * @param endpoint the API's URL
     * @param machine the gate of this machine; the caller closes it
     */
    public RequestGate over(RequestGate machine, String endpoint, String fingerprint) {
        Future<Void> _ =
                ask(
                        () -> {
                            table.connect();
                            return null;
                        });
        return new TeamGate(this, machine, new PaceTable.Key(endpoint, fingerprint));
    }

    /** Learns from the calls of a key which zones it sees, and so which keys are one account. */
    public CallWatcher watch(String endpoint, String fingerprint) {
        return new ZoneWatch(this, new PaceTable.Key(endpoint, fingerprint));
    }

    /** Whether the database failed a moment ago. */
    boolean rests() {
        return restsUntil - System.nanoTime() > 0;
    }

    /** Whether an answer is worth waiting for: the last one came. */
    boolean answers() {
        return answers;
    }

    /** Leaves the database alone for a while. */
    void rest() {
        answers = false;
        restsUntil = System.nanoTime() + COOL_OFF;
    }

    PaceTable table() {
        return table;
    }

    /** Has the worker do it; what fails makes it rest. */
    <T> Future<T> ask(Callable<T> work) {
        FutureTask<T> task =
                new FutureTask<>(
                        () -> {
                            try {
                                T result = work.call();
                                answers = true;
                                return result;
                            } catch (SQLException e) {
                                LOG.debug("The team's database cannot be asked for slots", e);
                                rest();
                                throw e;
                            }
                        });
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            task.cancel(false);
        }
        return task;
    }

    /** Ends at once; slots that were taken and not used are lost. */
    @Override
    public void close() {
        worker.shutdownNow();
        table.close();
    }
}

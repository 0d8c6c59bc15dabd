package edgeone.purge.team.publish;

import edgeone.purge.journal.file.JournalException;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.journal.outbox.OutboxEntry;
import edgeone.purge.journal.outbox.Snapshot;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.db.TeamTrouble.Kind;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Publishes what waits. Each transaction holds the lock of this machine in the database, looks up
 * the newest entry there, and adds what follows; so it does not matter where the last attempt
 * ended, or whether another process of this machine publishes too. Thread-safe.
 */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private static final int ENTRIES_A_TRANSACTION = 500;
    private static final int ROWS_A_TRANSACTION = 10_000;
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);

    private final Outbox outbox;
    private final Installation here;
    private final Clock clock;
    private final ReentrantLock publishing = new ReentrantLock();
    private final AtomicReference<@Nullable Connection> open = new AtomicReference<>();
    private volatile boolean stopped;

    public Publisher(Outbox outbox, Installation here, Clock clock) {
        this.outbox = outbox;
        this.here = here;
        this.clock = clock;
    }

    /** The PostgreSQL side failed while the journal was being read. */
    static final class SendingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SQLException failure;

        SendingException(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }

    /** What was done so far. */
    private static final class Progress {
        private long entries;
        private boolean anew;
    }

    /** Publishes all that waits, until it is done, stopped, or something is wrong. */
    public Published publish(TeamDatabase database) {
        Progress progress = new Progress();
        @Nullable TeamTrouble trouble;
        publishing.lock();
        try {
            trouble = publish(database, progress);
        } catch (SQLException e) {
            trouble = TeamTrouble.of(e);
            LOG.info("team: {} {}", trouble.kind(), trouble.detail());
        } catch (SendingException e) {
            trouble = TeamTrouble.of(e.failure());
            LOG.info("team: {} {}", trouble.kind(), trouble.detail());
        } catch (JournalException | Snapshot.UnreadableException e) {
            trouble = new TeamTrouble(Kind.FAILED, String.valueOf(e.getMessage()));
            LOG.info("team: the journal: {}", trouble.detail());
        } finally {
            publishing.unlock();
        }
        return new Published(progress.entries, pending(), progress.anew, trouble);
    }

    /**
     * Publishes what waits on a thread of its own, and gives up after a time, for good: the program
     * is about to end.
     */
    public Published publishWithin(TeamDatabase database, Duration longest) {
        long before = pending();
        CompletableFuture<Published> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("team").start(() -> result.complete(publish(database)));
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stop();
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        long left = pending();
        return new Published(
                Math.max(0, before - left), left, false, new TeamTrouble(Kind.SLOW, ""));
    }

    private long pending() {
        try {
            return outbox.standing().pending();
        } catch (JournalException e) {
            return 0;
        }
    }

    /** Ends what runs, at once; nothing more is published. What was not committed waits. */
    public void stop() {
        stopped = true;
        Connection now = open.get();
        if (now != null) {
            try {
                now.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("team: {}", e.getMessage());
            }
        }
    }

    private @Nullable TeamTrouble publish(TeamDatabase database, Progress progress)
            throws SQLException {
        String address = database.address().place();
        String machine = outbox.attach(address);
        if (stopped) {
            return null;
        }
        try (Connection connection = database.open()) {
            open.set(connection);
            Machines machines = new Machines(connection, outbox, here);
            TeamTrouble warning = ClockCheck.of(connection, clock);
            connection.setAutoCommit(false);
            Months months = new Months(connection);
            while (!stopped) {
                Step step = step(connection, machine, months);
                if (step.fits()) {
                    progress.entries += step.sent();
                    outbox.published(address, step.head());
                    if (step.done()) {
                        return warning;
                    }
                } else {
                    machine = machines.anew(machine);
                    progress.anew = true;
                }
            }
            return warning;
        } finally {
            open.set(null);
        }
    }

    /**
     * One transaction.
     *
     * @param fits whether the newest entry there is one of this journal's
     * @param sent how many entries were added
     * @param head number of the newest entry there now
     * @param done whether nothing is left
     */
    private record Step(boolean fits, long sent, long head, boolean done) {
        static final Step OTHER = new Step(false, 0, 0, false);
    }

    private Step step(Connection connection, String machine, Months months) throws SQLException {
        try (Watchdog _ = Watchdog.over(connection, LONGEST_TRANSACTION)) {
            Step step =
                    outbox.snapshot(
                            snapshot -> {
                                try {
                                    return step(connection, machine, months, snapshot);
                                } catch (SQLException e) {
                                    throw new SendingException(e);
                                }
                            });
            connection.commit();
            return step;
        }
    }

    private Step step(Connection connection, String machine, Months months, Snapshot snapshot)
            throws SQLException {
        MachineHead head = MachineHead.locked(connection, machine);
        if (!head.isRegistered()) {
            Machines.register(connection, machine, here, null, snapshot.removed());
            connection.commit();
            head = MachineHead.locked(connection, machine);
        }
        if (!head.isIn(snapshot)) {
            connection.rollback();
            return Step.OTHER;
        }
        List<OutboxEntry> entries =
                snapshot.entries(head.n(), ENTRIES_A_TRANSACTION, ROWS_A_TRANSACTION);
        if (entries.isEmpty()) {
            return new Step(true, 0, head.n(), true);
        }
        Sender sender = new Sender(connection, machine, snapshot);
        if (months.make(entries) || sender.sendsAhead(entries, () -> stopped)) {
            // The transaction ended, and with it the lock: look it all up again.
            return new Step(true, 0, head.n(), false);
        }
        sender.entries(entries);
        long newest = entries.getLast().entry().n();
        return new Step(true, entries.size(), newest, newest == snapshot.newest());
    }
}

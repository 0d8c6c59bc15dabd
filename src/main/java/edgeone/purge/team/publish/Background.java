package edgeone.purge.team.publish;

import edgeone.purge.journal.file.JournalException;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.team.db.TeamDatabase;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Publishes what waits for as long as the window is open, on a thread of its own: soon after it was
 * written, and less and less often while something is wrong.
 */
public final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Supplier<Optional<TeamDatabase>> database;
    private final Outbox outbox;
    private final Publisher publisher;
    private final Consumer<Published> told;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Background(
            Supplier<Optional<TeamDatabase>> database,
            Outbox outbox,
            Publisher publisher,
            Consumer<Published> told) {
        this.database = database;
        this.outbox = outbox;
        this.publisher = publisher;
        this.told = told;
    }

    /**
     * Starts.
     *
     * @param database the database of then; empty while none is set
     * @param told hears of each attempt, on the thread that publishes
     */
    public static Background start(
            Supplier<Optional<TeamDatabase>> database,
            Outbox outbox,
            Publisher publisher,
            Consumer<Published> told) {
        Background background = new Background(database, outbox, publisher, told);
        Thread.ofPlatform().daemon().name("team").start(background::run);
        return background;
    }

    private void run() {
        Duration pause = SOON;
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = isDone() ? SOON : longer(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Publishes what waits; false where it still does. */
    private boolean isDone() {
        try {
            Optional<TeamDatabase> now = database.get();
            if (now.isEmpty()) {
                return true;
            }
            outbox.attach(now.get().address().place());
            if (outbox.standing().pending() == 0) {
                return true;
            }
            Published published = publisher.publish(now.get());
            told.accept(published);
            return published.pending() == 0;
        } catch (JournalException e) {
            LOG.info("team: the journal: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        publisher.stop();
    }
}

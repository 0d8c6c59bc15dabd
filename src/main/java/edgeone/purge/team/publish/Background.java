package edgeone.purge.team.publish;

import edgeone.purge.journal.file.JournalException;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.team.db.TeamDatabase;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Publishes what waits for as long as the window is open, on a thread of its own: soon after it was
 * written, and less and less often while something is wrong.
 */
public final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /** How often it looks whether there is something to do. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** How many looks it lets pass at most while something is wrong. */
    private static final int LONGEST_PAUSE = 30;

    private final Supplier<Optional<TeamDatabase>> database;
    private final Outbox outbox;
    private final Publisher publisher;
    private final Consumer<Published> told;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean wanted = new AtomicBoolean();

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
     * @param database the database of then, asked at each look; empty while none is set
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
        int pause = 1;
        int left = 1;
        @Nullable String before = null;
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                TeamDatabase now = database.get().orElse(null);
                String address = now == null ? null : now.address().toString();
                left--;
                if (wanted.getAndSet(false) || left <= 0 || !Objects.equals(address, before)) {
                    pause = isDone(now) ? 1 : Math.min(2 * pause, LONGEST_PAUSE);
                    left = pause;
                }
                before = address;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Publishes what waits; false where it still does. */
    private boolean isDone(@Nullable TeamDatabase now) {
        if (now == null) {
            return true;
        }
        try {
            outbox.attach(now.address().place());
            if (outbox.standing().pending() == 0) {
                return true;
            }
            Published published = publisher.publish(now);
            told.accept(published);
            return published.pending() == 0;
        } catch (JournalException e) {
            LOG.info("team: the journal: {}", e.getMessage());
            return false;
        }
    }

    /** Tries again at the next look, however long it has waited: something was put right. */
    public void tryAgain() {
        wanted.set(true);
    }

    @Override
    public void close() {
        closed.countDown();
        publisher.stop();
    }
}

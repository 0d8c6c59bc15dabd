package edgeone.purge.engine.read;

import edgeone.purge.journal.list.StatsRepository;
import edgeone.purge.model.stats.Stats;
import edgeone.purge.model.stats.StatsQuestion;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Sums up the jobs of the journal. It is read beside everything else, and only for the newest
 * question: calls for older ones end with a {@link java.util.concurrent.CancellationException}.
 */
public final class Statistics {
    private final StatsRepository journal;
    private final AtomicLong questions = new AtomicLong();

    Statistics(StatsRepository journal) {
        this.journal = journal;
    }

    /** Blocks on disk I/O; use any thread but the JavaFX thread. */
    public Stats read(StatsQuestion question) {
        return journal.read(questions.incrementAndGet(), question);
    }
}

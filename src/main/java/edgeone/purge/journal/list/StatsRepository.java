package edgeone.purge.journal.list;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.SideReader;
import edgeone.purge.model.stats.Stats;
import edgeone.purge.model.stats.StatsQuestion;

/**
 * Sums up jobs beside everything else that reads the journal. Every call has the number of its
 * question; a newer one stops the older ones with a {@link
 * java.util.concurrent.CancellationException}.
 */
public final class StatsRepository {
    private final SideReader reader;

    StatsRepository(Journal journal) {
        reader = journal.beside();
    }

    public Stats read(long number, StatsQuestion question) {
        return reader.read(number, c -> new StatsList(c, question).read());
    }
}

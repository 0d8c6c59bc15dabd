package edgeone.purge.engine.read;

import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.rescue.JournalRescue;
import edgeone.purge.journal.rescue.UnreadableJournalException;
import edgeone.purge.model.rescue.RescueReport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Saves what can be read of a damaged journal. Calls block; use any thread but the JavaFX thread.
 */
public final class Rescue {
    private final Path home;

    public Rescue(Path home) {
        this.home = home;
    }

    /** The journal of the home folder. */
    public Path journal() {
        return home.resolve("journal.db");
    }

    /**
     * Saves it to a new journal. The damaged file stays as it is.
     *
     * @param output must not exist
     * @param saved told how many jobs are saved so far
     * @param stopped asked now and then; if it says so, nothing is left
     * @return empty if nothing can be read; nothing is written then
     * @throws edgeone.purge.journal.file.JournalException if a newer version wrote it
     * @throws CancellationException if it was stopped
     * @throws IOException if one cannot be read or the other not be written
     */
    public Optional<RescueReport> run(
            Path damaged, Path output, IntConsumer saved, BooleanSupplier stopped)
            throws IOException {
        try {
            return Optional.of(new JournalRescue(home, damaged, output).run(saved, stopped));
        } catch (UnreadableJournalException e) {
            return Optional.empty();
        } catch (StoppedException e) {
            throw new CancellationException("stopped");
        }
    }
}

package edgeone.purge.engine;

import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.chain.ChainReport;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.prune.PruneRepository;
import edgeone.purge.model.NoteRule;
import edgeone.purge.model.prune.PruneChoice;
import edgeone.purge.model.prune.PrunePreview;
import edgeone.purge.model.prune.PruneResult;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * The history as evidence: its chain, its notes, and what leaves it. Calls block on disk I/O, some
 * for long; use any thread but the JavaFX thread.
 */
public final class Audit {
    private final Repositories journal;

    public Audit(Repositories journal) {
        this.journal = journal;
    }

    /** The newest entry of the chain. */
    public ChainReport.Head head() {
        return journal.chain().head();
    }

    /**
     * Checks the chain, and the history against it.
     *
     * @param head a hash the chain should hold, in hex; null for none
     * @param stopped asked now and then
     * @return empty if it was stopped
     */
    public Optional<ChainReport> verify(@Nullable String head, BooleanSupplier stopped) {
        try {
            return Optional.of(journal.chain().verify(head, stopped));
        } catch (StoppedException e) {
            return Optional.empty();
        }
    }

    /**
     * Changes the note of a job.
     *
     * @param note null or blank for none
     * @throws RefusedSubmitException if there is no such job or the note is too long
     */
    public void note(String jobId, @Nullable String note) throws RefusedSubmitException {
        String cleaned = NoteRule.cleaned(note);
        if (NoteRule.NONE.problem(cleaned).isPresent()) {
            throw new RefusedSubmitException(Kind.NOTE_TOO_LONG, List.of());
        }
        if (!journal.jobs().note(jobId, cleaned)) {
            throw new RefusedSubmitException(Kind.NO_SUCH_JOB, List.of());
        }
    }

    /** What {@link #prune} would remove now. */
    public PrunePreview preview(PruneChoice choice) {
        return pruning().preview(choice);
    }

    /**
     * Removes old jobs for good, and makes the file smaller. Stopping it, or killing the program,
     * keeps what was removed so far removed and the rest whole.
     *
     * @param removed told how many jobs are gone so far
     * @param stopped asked now and then
     */
    public PruneResult prune(PruneChoice choice, IntConsumer removed, BooleanSupplier stopped) {
        return pruning().prune(choice, removed, stopped);
    }

    private PruneRepository pruning() {
        return journal.pruning();
    }
}

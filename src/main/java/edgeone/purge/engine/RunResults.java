package edgeone.purge.engine;

import edgeone.purge.engine.submit.BatchSender;
import edgeone.purge.journal.HistoryRepository;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Tells how a run over a job ended, from the journal and from why it stopped. */
final class RunResults {
    private final HistoryRepository history;

    RunResults(HistoryRepository history) {
        this.history = history;
    }

    /** Of a run that sent. */
    RunResult ofSending(Job job, @Nullable TeoException trouble, boolean barred) {
        return of(job, trouble, false, barred);
    }

    /** Of a run that only asked. */
    RunResult ofFollowing(Job job, @Nullable TeoException trouble, boolean timedOut) {
        return of(job, trouble, timedOut, false);
    }

    private RunResult of(
            Job job, @Nullable TeoException trouble, boolean timedOut, boolean barred) {
        List<Batch> batches = history.batches(job.id());
        return new RunResult(
                history.job(job.id()).orElseThrow(),
                batches,
                trouble == null || isPast(trouble, batches) ? null : trouble,
                timedOut,
                barred);
    }

    /** A lost answer is no trouble any more once everything that was sent is settled. */
    private static boolean isPast(TeoException trouble, List<Batch> batches) {
        return trouble.action().equals(BatchSender.ACTION)
                && !trouble.provesNotTaken()
                && batches.stream().map(Batch::state).allMatch(BatchState::isSettled);
    }
}

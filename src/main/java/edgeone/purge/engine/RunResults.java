package edgeone.purge.engine;

import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.teo.TaskKind;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Builds the result of a run over a job from the journal and the reason it stopped. */
final class RunResults {
    private final HistoryRepository history;

    RunResults(HistoryRepository history) {
        this.history = history;
    }

    /** The result of a run that sent. */
    RunResult ofSending(Job job, @Nullable TeoException trouble, boolean barred) {
        return of(job, trouble, false, barred);
    }

    /** The result of a run that only polled. */
    RunResult ofFollowing(Job job, @Nullable TeoException trouble, boolean timedOut) {
        return of(job, trouble, timedOut, false);
    }

    private RunResult of(
            Job job, @Nullable TeoException trouble, boolean timedOut, boolean barred) {
        List<Batch> batches = history.batches(job.id());
        return new RunResult(
                history.job(job.id()).orElseThrow(),
                batches,
                trouble == null || isPast(trouble, job, batches) ? null : trouble,
                timedOut,
                history.waiting(job.id()).orElse(null),
                barred);
    }

    /** A lost answer no longer matters once everything that was sent is settled. */
    private static boolean isPast(TeoException trouble, Job job, List<Batch> batches) {
        return trouble.action().equals(TaskKind.of(job.type()).create())
                && !trouble.provesNotTaken()
                && batches.stream().map(Batch::state).allMatch(BatchState::isSettled);
    }
}

package edgeone.purge.engine;

import edgeone.purge.model.Batch;
import edgeone.purge.model.JobSummary;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a run over one job ended. What the job looks like is in the journal; this adds why the run
 * stopped.
 *
 * @param lastTrouble the last error that kept a batch from being accepted; null where there was
 *     none
 * @param timedOut whether the deadline passed while EdgeOne was still at work
 * @param barred whether the account was made read-only meanwhile, so that batches stayed planned
 */
public record RunResult(
        JobSummary summary,
        List<Batch> batches,
        @Nullable TeoException lastTrouble,
        boolean timedOut,
        boolean barred) {
    public RunResult {
        batches = List.copyOf(batches);
    }

    /** The same, with what kept {@code before}, a run over the same job, from sending. */
    public RunResult after(RunResult before) {
        return new RunResult(summary, batches, lastTrouble, timedOut, barred || before.barred());
    }
}

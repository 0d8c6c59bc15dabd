package edgeone.purge.engine;

import edgeone.purge.model.Batch;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a run over one job ended. The job's state is in the journal; this adds why the run stopped.
 *
 * @param lastTrouble the last error that kept a batch from being accepted; null if there was none
 * @param timedOut whether the deadline passed while EdgeOne was still processing
 * @param waits what of the job waits for quota; null if nothing does
 * @param barred whether the account became read-only meanwhile, so that batches stayed planned
 */
public record RunResult(
        JobSummary summary,
        List<Batch> batches,
        @Nullable TeoException lastTrouble,
        boolean timedOut,
        @Nullable QuotaWait waits,
        boolean barred) {
    public RunResult {
        batches = List.copyOf(batches);
    }

    /** A copy that also reports what kept {@code before}, a run over the same job, from sending. */
    public RunResult after(RunResult before) {
        return new RunResult(
                summary, batches, lastTrouble, timedOut, waits, barred || before.barred());
    }
}

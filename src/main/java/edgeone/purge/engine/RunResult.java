package edgeone.purge.engine;

import edgeone.purge.model.Batch;
import edgeone.purge.model.JobSummary;
import edgeone.purge.teo.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a run over one job ended. What the job looks like is in the journal; this adds why the run
 * stopped.
 *
 * @param lastTrouble the last error that kept a batch from being accepted; null where there was
 *     none
 * @param timedOut whether the deadline passed while EdgeOne was still at work
 */
public record RunResult(
        JobSummary summary,
        List<Batch> batches,
        @Nullable TeoException lastTrouble,
        boolean timedOut) {
    public RunResult {
        batches = List.copyOf(batches);
    }
}

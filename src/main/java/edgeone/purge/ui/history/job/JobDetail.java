package edgeone.purge.ui.history.job;

import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.history.JobHistory;
import edgeone.purge.history.ReasonCount;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.model.Batch;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.step.Step;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A job with everything around its targets.
 *
 * @param history where it was read
 * @param retries IDs of the jobs that retried it
 * @param retryable how many targets a retry would take
 * @param waits what of it waits for quota; null for nothing
 * @param needed what had to be asked before a retry when this was read
 * @param verification how far it is verified; null if it is not to be
 * @param steps how far it is, step by step, in their order
 */
public record JobDetail(
        JobSummary summary,
        JobHistory history,
        List<Batch> batches,
        List<ReasonCount> reasons,
        List<RequestRecord> requests,
        List<String> retries,
        int retryable,
        @Nullable QuotaWait waits,
        ConsentNeeded needed,
        @Nullable Verification verification,
        List<Step> steps) {
    public JobDetail {
        batches = List.copyOf(batches);
        reasons = List.copyOf(reasons);
        requests = List.copyOf(requests);
        retries = List.copyOf(retries);
        steps = List.copyOf(steps);
    }

    public String jobId() {
        return summary.job().id();
    }

    /** Whether somebody else submitted it. */
    public boolean isForeign() {
        return summary.job().provenance().origin() == Origin.ELSEWHERE;
    }

    /** Whether a colleague submitted it, with a program like this one. */
    public boolean isColleagues() {
        return history instanceof SharedHistory;
    }

    /** The job that prefetches what it purged; null if there is none. */
    public @Nullable String next() {
        return steps.stream().map(Step::job).filter(job -> job != null).findFirst().orElse(null);
    }

    /** EdgeOne's ids of the tasks, in order. */
    public List<String> taskIds() {
        return batches.stream().map(Batch::taskId).filter(id -> id != null).toList();
    }
}

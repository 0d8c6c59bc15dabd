package edgeone.purge.ui.history;

import edgeone.purge.engine.History.ReasonCount;
import edgeone.purge.model.Batch;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.RequestRecord;

import java.util.List;

/**
 * A job with everything around its targets.
 *
 * @param retryable how many targets a retry would take
 */
record JobDetail(
        JobSummary summary,
        List<Batch> batches,
        List<ReasonCount> reasons,
        List<RequestRecord> requests,
        int retryable) {
    JobDetail {
        batches = List.copyOf(batches);
        reasons = List.copyOf(reasons);
        requests = List.copyOf(requests);
    }

    String jobId() {
        return summary.job().id();
    }

    /** EdgeOne's ids of the tasks, in order. */
    List<String> taskIds() {
        return batches.stream().map(Batch::taskId).filter(id -> id != null).toList();
    }
}

package edgeone.purge.engine;

import edgeone.purge.journal.HistoryRepository;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;

import java.util.List;

/** Reports the journal's target counts of a job. */
record JobCounts(HistoryRepository history, Progress progress) {

    void tell(String jobId) {
        history.job(jobId)
                .ifPresent(
                        job -> {
                            List<Batch> all = history.batches(jobId);
                            int settled =
                                    (int)
                                            all.stream()
                                                    .map(Batch::state)
                                                    .filter(BatchState::isSettled)
                                                    .count();
                            progress.on(
                                    new Progress.Event.Counted(job.targets(), settled, all.size()));
                        });
    }
}

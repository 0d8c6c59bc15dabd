package edgeone.purge.engine.run;

import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;

import java.util.List;

/** Reports the target counts of a job, as the journal has them. */
public record JobCounts(HistoryRepository history, Progress progress) {

    public void tell(String jobId) {
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

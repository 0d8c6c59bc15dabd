package edgeone.purge.journal;

import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.model.Job;

import java.time.Instant;
import java.util.List;

/**
 * A job in EdgeOne's list, as far as it was read.
 *
 * @param job as it would be recorded if it is somebody else's, submitted when EdgeOne created it
 * @param taskId EdgeOne's {@code JobId}
 * @param targets each once, in the order of the list
 * @param changedAt when EdgeOne last changed one of them
 */
public record ForeignJob(Job job, String taskId, List<Line> targets, Instant changedAt) {
    public ForeignJob {
        targets = List.copyOf(targets);
    }

    /** A target and what became of it. */
    public record Line(String target, Fate fate) {}

    /** When EdgeOne created it, by its clock. */
    public Instant createdAt() {
        return job.createdAt();
    }
}

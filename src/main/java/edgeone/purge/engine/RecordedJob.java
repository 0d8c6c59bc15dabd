package edgeone.purge.engine;

import edgeone.purge.model.Job;

import java.util.List;

/**
 * A job that is in the journal and not sent yet.
 *
 * @param batches the targets of each request, as recorded
 * @param targets how many targets these are; the zone itself counts as one
 */
public record RecordedJob(Job job, List<List<String>> batches, int targets) {
    public RecordedJob {
        batches = List.copyOf(batches);
    }
}

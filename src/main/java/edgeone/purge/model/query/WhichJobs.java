package edgeone.purge.model.query;

import java.util.List;

/** Jobs to be read one after the other. */
public sealed interface WhichJobs {

    /**
     * Jobs by their IDs, in this order, each once.
     *
     * @param ids at least one
     */
    record Named(List<String> ids) implements WhichJobs {
        public Named {
            ids = ids.stream().distinct().toList();
        }
    }

    /** All jobs that match. */
    record Matching(JobFilter filter, JobOrder order) implements WhichJobs {}
}

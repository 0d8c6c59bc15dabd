package edgeone.purge.engine;

import edgeone.purge.model.Batch;
import edgeone.purge.model.Job;

import java.util.List;

/** What EdgeOne's refusal of a prefetch says. Pure. */
public final class PrefetchRefusal {
    private static final String TOO_MANY = "LimitExceeded.BatchQuota";

    private PrefetchRefusal() {}

    /**
     * Whether the zone's plan has no prefetch: there is no code for it, but then even one URL is
     * too many.
     */
    public static boolean saysNotInPlan(Job job, List<Batch> batches) {
        return job.type().isPrefetch()
                && batches.stream()
                        .anyMatch(b -> b.targets() == 1 && TOO_MANY.equals(b.errorCode()));
    }
}

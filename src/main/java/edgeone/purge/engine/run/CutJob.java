package edgeone.purge.engine.run;

import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A job whose run was cut short because the journal failed, as far as is known without it.
 *
 * @param batches in order; those that could not be read from the journal are missing
 */
public record CutJob(Job job, List<CutBatch> batches) {
    public CutJob {
        batches = List.copyOf(batches);
    }

    /**
     * A request of the job.
     *
     * @param n position in the job, from 1
     * @param state {@code PLANNED} if nothing left this machine, {@code UNKNOWN} if bytes left and
     *     no answer came
     * @param taskId EdgeOne's {@code JobId}; null where there is none
     * @param requestId EdgeOne's ID of the last request made for it; null where there is none
     * @param targets as sent
     */
    public record CutBatch(
            int n,
            BatchState state,
            @Nullable String taskId,
            @Nullable String requestId,
            List<String> targets) {
        public CutBatch {
            targets = List.copyOf(targets);
        }
    }
}

package edgeone.purge.model.query;

import edgeone.purge.model.Batch;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.VerifiedTarget;

import org.jspecify.annotations.Nullable;

/**
 * Takes all that the journal has of one job, one row after the other. What it throws ends the
 * reading.
 */
public interface RecordSink {
    /** Comes first. */
    void begin(JobRecord job);

    /** The next batch, in their order. */
    void batch(Batch batch);

    /**
     * The next request, the oldest first; of those that only read, only the newest are kept. All
     * batches came before.
     */
    void request(RequestRecord request);

    /**
     * The next target, unsuccessful ones first, then by position. All requests came before.
     *
     * @param verified what its probes say; null if there are none
     */
    void target(TargetRow target, @Nullable VerifiedTarget verified);
}

package edgeone.purge.model.query;

import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetRow;

/** Takes jobs with all their targets, one row after the other. What it throws ends the reading. */
public interface JobSink {
    /** Comes first: how many targets there are in all. */
    void begin(long targets);

    /** A job; its targets follow. */
    void job(JobSummary job);

    /** The next target of the last job, unsuccessful ones first, then by position. */
    void target(TargetRow target);
}

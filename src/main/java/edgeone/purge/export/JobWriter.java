package edgeone.purge.export;

import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetRow;

import java.io.IOException;

/** Writes jobs and their targets in a format, one after the other. */
interface JobWriter {
    void begin() throws IOException;

    /** Begins a job. */
    void job(JobSummary job) throws IOException;

    /** Writes the next target of the last job. */
    void target(TargetRow target) throws IOException;

    void end() throws IOException;
}

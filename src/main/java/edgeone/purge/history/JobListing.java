package edgeone.purge.history;

import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The list of jobs for somebody who keeps changing what to list. Only the newest question is
 * answered: the calls of older ones end with a {@link java.util.concurrent.CancellationException}.
 */
public interface JobListing {

    /** Asks for other jobs, or for the same as they are now. Returns at once, on any thread. */
    Question ask(JobFilter filter, JobOrder order);

    /** What is listed. Its calls block; use any thread but the JavaFX thread. */
    interface Question {

        /**
         * A page.
         *
         * @param offset jobs left out before it
         */
        List<JobSummary> jobs(int offset, int limit);

        /** How many jobs are listed before this one; empty if it is not listed. */
        OptionalInt position(String jobId);

        /** How many jobs there are by state, whatever states the filter asks for. */
        Map<JobState, Integer> counts();

        /** What all jobs, listed or not, can be filtered by. */
        JobFacets facets();
    }
}

package edgeone.purge.history;

import edgeone.purge.model.Batch;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifiedTarget;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.JobSink;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.model.step.Step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A history of jobs, to be shown. Calls block; use any thread but the JavaFX thread. What only the
 * machine that submitted a job knows of it is empty elsewhere.
 */
public interface JobHistory {

    /**
     * A page of jobs.
     *
     * @param offset jobs left out before it
     */
    List<JobSummary> jobs(JobFilter filter, JobOrder order, int offset, int limit);

    /** How many jobs there are by state, whatever states the filter asks for. */
    Map<JobState, Integer> counts(JobFilter filter);

    /** The list of jobs for a window; each call makes another. */
    JobListing listing();

    /**
     * Reads jobs with all their targets as they are at one moment, row by row.
     *
     * @return false if a named job does not exist; the sink has heard nothing then
     */
    boolean stream(WhichJobs which, JobSink sink);

    Optional<JobSummary> job(String jobId);

    List<Batch> batches(String jobId);

    /** Targets of a job, failures first, then by position. */
    List<TargetRow> targets(String jobId, TargetFilter filter, int offset, int limit);

    /** Reasons of the targets that failed, most frequent first. */
    List<ReasonCount> reasons(String jobId);

    /** The jobs that retried this one, the oldest first; not those that retried them. */
    List<String> retries(String jobId);

    /** Targets that were retried, directly or in a retry of a retry, and have not failed again. */
    Set<String> takenByRetries(String jobId);

    /** Requests made for the job, newest first. */
    List<RequestRecord> requests(String jobId);

    /** What of the job waits for quota; empty where nothing does. */
    default Optional<QuotaWait> waiting(String jobId) {
        return Optional.empty();
    }

    /** The prefetch that is to follow a job; empty if none is. */
    default Optional<FollowUp> followUp(String jobId) {
        return Optional.empty();
    }

    /**
     * The steps of a job, in their order.
     *
     * @param active whether somebody is at work on it, so that the step whose turn it is runs
     */
    default List<Step> steps(String jobId, boolean active) {
        return List.of();
    }

    /** How far the verification of a job is; empty if it is not to be verified. */
    default Optional<Verification> verification(String jobId) {
        return Optional.empty();
    }

    /**
     * What was verified of targets of a job, by position.
     *
     * @param first the first position
     * @param last the last one
     */
    default Map<Integer, VerifiedTarget> verified(String jobId, int first, int last) {
        return Map.of();
    }
}

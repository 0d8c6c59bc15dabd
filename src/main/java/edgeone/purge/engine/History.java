package edgeone.purge.engine;

import edgeone.purge.model.Batch;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the journal for people. Calls block on the disk. */
public final class History {

    /**
     * Jobs, newest first.
     *
     * @param text matches job id, task id, account, zone, or any target (substring); empty for all
     * @param states empty for all
     * @param since null for all time
     */
    public record Filter(String text, List<JobState> states, @Nullable Instant since, int limit) {
        public static final Filter ALL = new Filter("", List.of(), null, 1_000);

        public Filter {
            states = List.copyOf(states);
        }
    }

    public List<JobSummary> jobs(Filter filter) {
        throw new UnsupportedOperationException("being written");
    }

    /** How many jobs the journal holds by state, for the chips above the table. */
    public Map<JobState, Integer> countByState() {
        throw new UnsupportedOperationException("being written");
    }

    public Optional<JobSummary> job(String jobId) {
        throw new UnsupportedOperationException("being written");
    }

    public List<Batch> batches(String jobId) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Targets of a job, those that did not end well first, then by position.
     *
     * @param states empty for all
     */
    public List<TargetRow> targets(String jobId, List<TargetState> states, int offset, int limit) {
        throw new UnsupportedOperationException("being written");
    }

    /** Reasons of the targets that did not end well, most frequent first. */
    public List<ReasonCount> reasons(String jobId) {
        throw new UnsupportedOperationException("being written");
    }

    /** How many targets a retry of the job would take. */
    public int retryable(String jobId) {
        throw new UnsupportedOperationException("being written");
    }

    /** Requests made for the job, newest first. */
    public List<RequestRecord> requests(String jobId) {
        throw new UnsupportedOperationException("being written");
    }

    /** A reason with how many targets share it. */
    public record ReasonCount(TargetState state, @Nullable String code, String reason, int count) {}
}

package edgeone.purge.engine;

import edgeone.purge.journal.HistoryRepository;
import edgeone.purge.journal.JobRepository;
import edgeone.purge.model.Batch;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.Whose;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the journal for display. Calls block on disk I/O; use any thread but the JavaFX thread. */
public final class History {
    private final HistoryRepository journal;
    private final JobRepository jobs;

    public History(HistoryRepository journal, JobRepository jobs) {
        this.journal = journal;
        this.jobs = jobs;
    }

    /**
     * Which jobs to list.
     *
     * @param text matches job id, task id, account, zone, or any target (substring); empty for all
     * @param states empty for all
     * @param since null for all time
     */
    public record Filter(
            String text, List<JobState> states, @Nullable Instant since, Whose whose, int limit) {
        public static final Filter ALL = new Filter("", List.of(), null, 1_000);

        public Filter {
            states = List.copyOf(states);
        }

        /** Jobs of every account. */
        public Filter(String text, List<JobState> states, @Nullable Instant since, int limit) {
            this(text, states, since, Whose.EVERYBODY, limit);
        }

        private boolean takes(JobSummary job) {
            return states.isEmpty() || states.contains(job.state());
        }
    }

    /** Jobs, newest first. */
    public List<JobSummary> jobs(Filter filter) {
        jobs.settleOrphans();
        return journal.jobs(filter.text(), filter.since(), filter.whose()).stream()
                .filter(filter::takes)
                .limit(filter.limit())
                .toList();
    }

    /** How many jobs the journal holds. */
    public int size() {
        return journal.count();
    }

    public Optional<JobSummary> job(String jobId) {
        jobs.settleOrphans();
        return journal.job(jobId);
    }

    public List<Batch> batches(String jobId) {
        return journal.batches(jobId);
    }

    /**
     * Targets of a job, failures first, then by position.
     *
     * @param states empty for all
     */
    public List<TargetRow> targets(String jobId, List<TargetState> states, int offset, int limit) {
        return journal.targets(jobId, states, offset, limit);
    }

    /** Reasons of the targets that failed, most frequent first. */
    public List<ReasonCount> reasons(String jobId) {
        return journal.ends(jobId).stream()
                .map(
                        e ->
                                new ReasonCount(
                                        e.state(),
                                        e.code(),
                                        e.reason() == null ? e.state().label() : e.reason(),
                                        e.count()))
                .toList();
    }

    /** How many targets a retry of the job would submit. */
    public int retryable(String jobId) {
        return RetryTargets.of(journal, jobId).size();
    }

    /** Requests made for the job, newest first. */
    public List<RequestRecord> requests(String jobId) {
        return journal.requests(jobId);
    }

    /** A reason and the number of targets that share it. */
    public record ReasonCount(TargetState state, @Nullable String code, String reason, int count) {}
}

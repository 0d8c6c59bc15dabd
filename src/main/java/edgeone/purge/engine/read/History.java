package edgeone.purge.engine.read;

import edgeone.purge.history.JobHistory;
import edgeone.purge.history.JobListing;
import edgeone.purge.history.ReasonCount;
import edgeone.purge.journal.OwnershipRepository;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.model.Batch;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifiedTarget;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.JobSink;
import edgeone.purge.model.query.RecordSink;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.model.step.Step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The journal as a history. Calls block on disk I/O; use any thread but the JavaFX thread. */
public final class History implements JobHistory {
    private static final int MOST_URLS = 200_000;

    private final HistoryRepository journal;
    private final OwnershipRepository ownership;

    public History(HistoryRepository journal, OwnershipRepository ownership) {
        this.journal = journal;
        this.ownership = ownership;
    }

    /**
     * A page of jobs.
     *
     * @param offset jobs left out before it
     */
    @Override
    public List<JobSummary> jobs(JobFilter filter, JobOrder order, int offset, int limit) {
        ownership.settleOrphans();
        return journal.jobs(filter, order, offset, limit);
    }

    /** The newest jobs. */
    public List<JobSummary> jobs(JobFilter filter, int limit) {
        return jobs(filter, JobOrder.NEWEST_FIRST, 0, limit);
    }

    /** How many jobs there are by state, whatever states the filter asks for. */
    @Override
    public Map<JobState, Integer> counts(JobFilter filter) {
        return journal.counts(filter);
    }

    /** The list of jobs for a window; each call makes another, closed with the journal. */
    @Override
    public JobListing listing() {
        return new JournalListing(journal.listing(), ownership);
    }

    /** Jobs summed up; each call makes another reader, closed with the journal. */
    public Statistics statistics() {
        return new Statistics(journal.statistics());
    }

    /** How many jobs the journal holds. */
    public int size() {
        return journal.count();
    }

    /**
     * Reads jobs with all their targets as they are at one moment, row by row. Others read and
     * write meanwhile.
     *
     * @return false if a named job does not exist; the sink has heard nothing then
     */
    @Override
    public boolean stream(WhichJobs which, JobSink sink) {
        ownership.settleOrphans();
        return journal.stream(which, sink);
    }

    /**
     * Reads all that the journal has of one job as it is at one moment, row by row. Others read and
     * write meanwhile.
     *
     * @return false if there is no such job; the sink has heard nothing then
     */
    public boolean record(String jobId, RecordSink sink) {
        ownership.settleOrphans();
        return journal.record(jobId, sink);
    }

    @Override
    public Optional<JobSummary> job(String jobId) {
        ownership.settleOrphans();
        return journal.job(jobId);
    }

    @Override
    public List<Batch> batches(String jobId) {
        return journal.batches(jobId);
    }

    /**
     * Targets of a job, failures first, then by position.
     *
     * @param states empty for all
     */
    public List<TargetRow> targets(String jobId, List<TargetState> states, int offset, int limit) {
        return targets(jobId, TargetFilter.of(Set.copyOf(states)), offset, limit);
    }

    /** Targets of a job, failures first, then by position. */
    @Override
    public List<TargetRow> targets(String jobId, TargetFilter filter, int offset, int limit) {
        return journal.targets(jobId, filter, offset, limit);
    }

    /** The jobs that retried this one, the oldest first; not those that retried them. */
    @Override
    public List<String> retries(String jobId) {
        return journal.retries(jobId);
    }

    /** Reasons of the targets that failed, most frequent first. */
    @Override
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

    /**
     * The URLs of a zone that the newest jobs purged.
     *
     * @param all whether they are all the journal has
     */
    public record PurgedUrls(Set<String> urls, boolean all) {
        public PurgedUrls {
            urls = Set.copyOf(urls);
        }
    }

    /** Looks at the newest 200,000 URLs of a zone. */
    public PurgedUrls purgedUrls(String zoneId) {
        List<String> urls = journal.urls(zoneId, MOST_URLS + 1);
        return new PurgedUrls(
                Set.copyOf(urls.subList(0, Math.min(urls.size(), MOST_URLS))),
                urls.size() <= MOST_URLS);
    }

    /** How far the verification of a job is; empty if it is not to be verified. */
    @Override
    public Optional<Verification> verification(String jobId) {
        return journal.verification().find(jobId);
    }

    /**
     * What is known about targets of a job, by position.
     *
     * @param first the first position
     * @param last the last one
     */
    @Override
    public Map<Integer, VerifiedTarget> verified(String jobId, int first, int last) {
        return journal.verification().targets(jobId, first, last);
    }

    /**
     * The steps of a job, in their order; empty if there is no such job.
     *
     * @param active whether somebody is at work on it, so that the step whose turn it is runs
     */
    @Override
    public List<Step> steps(String jobId, boolean active) {
        return journal.steps(jobId).map(steps -> steps.list(active)).orElse(List.of());
    }

    /** The prefetch that is to follow a job; empty if none is. */
    @Override
    public Optional<FollowUp> followUp(String jobId) {
        return journal.followUp(jobId);
    }

    /** The purge that a prefetch follows. */
    public Optional<String> followedBy(String jobId) {
        return journal.followedBy(jobId);
    }

    /** What of the job waits for quota; empty where nothing does. */
    @Override
    public Optional<QuotaWait> waiting(String jobId) {
        return journal.waiting(jobId);
    }

    /** How many targets a retry of the job would submit. */
    public int retryable(String jobId) {
        return RetryTargets.count(this, jobId);
    }

    @Override
    public Set<String> takenByRetries(String jobId) {
        return journal.takenByRetries(jobId);
    }

    /** Requests made for the job, newest first. */
    @Override
    public List<RequestRecord> requests(String jobId) {
        return journal.requests(jobId);
    }
}

package edgeone.purge.journal.list;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.rows.FollowUpRows;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.JobStates;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.rows.RawJob;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Batch;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.JobSink;
import edgeone.purge.model.query.RecordSink;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.model.step.JobSteps;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the journal for display. */
public final class HistoryRepository {
    private final Journal journal;
    private final JobStates states;

    public HistoryRepository(Journal journal, Owners owners) {
        this.journal = journal;
        states = new JobStates(owners);
    }

    /**
     * A page of jobs.
     *
     * @param offset jobs left out before it
     * @param limit how many at most
     */
    public List<JobSummary> jobs(JobFilter filter, JobOrder order, int offset, int limit) {
        return journal.read(c -> new JobList(c, filter, states).page(order, offset, limit));
    }

    /** How many jobs there are by state, whatever states the filter asks for. */
    public Map<JobState, Integer> counts(JobFilter filter) {
        return journal.read(c -> new JobList(c, filter, states).counts());
    }

    /** The list of jobs, read on connections of its own; each call makes another. */
    public ListingRepository listing() {
        return new ListingRepository(journal, states);
    }

    /** Jobs summed up, read on a connection of its own; each call makes another. */
    public StatsRepository statistics() {
        return new StatsRepository(journal);
    }

    /**
     * Reads jobs with all their targets as of one moment, on a connection of its own. Others read
     * and write meanwhile.
     *
     * @return false if a named job does not exist; the sink has heard nothing then
     */
    public boolean stream(WhichJobs which, JobSink sink) {
        return journal.readAside(c -> new JobStream(c, states).read(which, sink));
    }

    /** What was verified of jobs. */
    public VerificationRepository verification() {
        return new VerificationRepository(journal, Clock.systemUTC());
    }

    /**
     * Reads all that there is of one job as of one moment, on a connection of its own. Others read
     * and write meanwhile.
     *
     * @return false if there is no such job; the sink has heard nothing then
     */
    public boolean record(String jobId, RecordSink sink) {
        return journal.readAside(c -> new RecordStream(c, states).read(jobId, sink));
    }

    public Optional<JobSummary> job(String jobId) {
        return journal.read(
                c -> {
                    RawJob raw = Sql.first(c, RawJob::of, JobRows.SELECT + "WHERE id = ?", jobId);
                    return raw == null ? Optional.empty() : Optional.of(states.summary(c, raw));
                });
    }

    /** How far the steps of a job are; empty if there is no such job. */
    public Optional<JobSteps> steps(String jobId) {
        return journal.read(
                c -> {
                    RawJob raw = Sql.first(c, RawJob::of, JobRows.SELECT + "WHERE id = ?", jobId);
                    return raw == null
                            ? Optional.empty()
                            : Optional.of(new StepRows(c, states).of(states.summary(c, raw)));
                });
    }

    /** The prefetch that is to follow a job; empty if none is. */
    public Optional<FollowUp> followUp(String jobId) {
        return journal.read(c -> Optional.ofNullable(FollowUpRows.find(c, jobId)));
    }

    /** The purge that a prefetch follows. */
    public Optional<String> followedBy(String jobId) {
        return journal.read(c -> Optional.ofNullable(FollowUpRows.before(c, jobId)));
    }

    public int count() {
        return journal.read(c -> Sql.count(c, "SELECT count(*) FROM job"));
    }

    public List<Batch> batches(String jobId) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                HistoryRepository::batch,
                                "SELECT * FROM batch WHERE job_id = ? ORDER BY n",
                                jobId));
    }

    /** What of a job waits for quota; empty where nothing does. */
    public Optional<QuotaWait> waiting(String jobId) {
        return journal.read(
                c ->
                        Optional.ofNullable(
                                Sql.first(
                                        c,
                                        r ->
                                                new QuotaWait(
                                                        r.getInt(1),
                                                        Instant.ofEpochMilli(r.getLong(2))),
                                        "SELECT sum(targets), min(quota_from) FROM batch WHERE"
                                            + " job_id = ? AND state = 'planned' AND quota_from IS"
                                            + " NOT NULL HAVING count(*) > 0",
                                        jobId)));
    }

    /** Targets of a job, unsuccessful ones first, then by position. */
    public List<TargetRow> targets(String jobId, TargetFilter filter, int offset, int limit) {
        return journal.read(c -> new JobTargets(c, jobId, filter).page(offset, limit));
    }

    /** Retries of a job, the oldest first; not the prefetch that follows it. */
    public List<String> retries(String jobId) {
        return journal.read(c -> retries(c, jobId));
    }

    static List<String> retries(Connection connection, String jobId) throws SQLException {
        return Sql.list(
                connection,
                r -> r.getString(1),
                "SELECT id FROM job WHERE retry_of = ? AND id NOT IN (SELECT next_job FROM"
                        + " follow_up WHERE next_job IS NOT NULL) ORDER BY created_at",
                jobId);
    }

    /** How the unsuccessful targets ended, with counts, most frequent first. */
    public List<End> ends(String jobId) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r ->
                                        new End(
                                                TargetState.ofLabel(r.getString(1)).orElseThrow(),
                                                r.getString(2),
                                                r.getString(3),
                                                r.getInt(4)),
                                "SELECT state, code, reason, count(*) FROM target WHERE job_id = ?"
                                    + " AND state IN ('rejected', 'failed', 'timed_out',"
                                    + " 'canceled') GROUP BY state, code, reason ORDER BY count(*)"
                                    + " DESC",
                                jobId));
    }

    /** Targets that were retried, directly or in a retry of a retry, and have not failed again. */
    public Set<String> takenByRetries(String jobId) {
        return Set.copyOf(
                journal.read(
                        c ->
                                Sql.list(
                                        c,
                                        r -> r.getString(1),
                                        "WITH RECURSIVE later(id) AS (SELECT id FROM job WHERE"
                                            + " retry_of = ? UNION SELECT job.id FROM job JOIN"
                                            + " later ON job.retry_of = later.id) SELECT DISTINCT"
                                            + " target FROM target WHERE job_id IN (SELECT id FROM"
                                            + " later) AND state IN ('pending', 'accepted',"
                                            + " 'processing', 'succeeded', 'unknown')",
                                        jobId)));
    }

    /**
     * URLs of a zone, newest job first; each as often as it was purged.
     *
     * @param limit how many targets are looked at, at most
     */
    public List<String> urls(String zoneId, int limit) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r -> r.getString(1),
                                "SELECT target FROM (SELECT id FROM job WHERE zone_id = ? AND type"
                                        + " = 'purge_url' ORDER BY created_at DESC) CROSS JOIN"
                                        + " target ON job_id = id LIMIT ?",
                                zoneId,
                                limit));
    }

    public List<RequestRecord> requests(String jobId) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                HistoryRepository::request,
                                "SELECT * FROM request WHERE job_id = ? ORDER BY id DESC LIMIT"
                                        + " 2000",
                                jobId));
    }

    /** How a group of targets ended. */
    public record End(
            TargetState state, @Nullable String code, @Nullable String reason, int count) {}

    static RequestRecord request(ResultSet r) throws SQLException {
        return new RequestRecord(
                r.getInt("batch"),
                r.getString("action"),
                Instant.ofEpochMilli(r.getLong("at")),
                r.getLong("took"),
                r.getString("request_id"),
                r.getString("code"),
                r.getString("message"));
    }

    static Batch batch(ResultSet r) throws SQLException {
        return new Batch(
                r.getInt("n"),
                BatchRows.state(r),
                r.getString("task_id"),
                r.getString("request_id"),
                r.getInt("attempts"),
                r.getInt("targets"),
                r.getString("error_code"),
                r.getString("error_message"),
                Sql.instant(r, "sent_at"));
    }
}

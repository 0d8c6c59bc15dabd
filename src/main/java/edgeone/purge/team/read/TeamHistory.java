package edgeone.purge.team.read;

import edgeone.purge.history.JobListing;
import edgeone.purge.history.ReasonCount;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.JobSink;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.team.db.TeamDatabase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The history of a team, as its machines published it. Every call throws {@link
 * UnreachableTeamException} where the database cannot be read. Thread-safe.
 */
public final class TeamHistory implements SharedHistory, AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final Lines lines;
    private final Lines background;
    private final Queue<TeamWatch> watches = new ConcurrentLinkedQueue<>();

    /**
     * @param quiet the same database for work in the background, which asks nobody for anything
     */
    public TeamHistory(TeamDatabase database, TeamDatabase quiet) {
        lines = new Lines(database);
        background = new Lines(quiet);
    }

    @Override
    public List<JobSummary> jobs(JobFilter filter, JobOrder order, int offset, int limit) {
        return lines.read(c -> new JobList(c, filter).page(order, offset, limit));
    }

    @Override
    public Map<JobState, Integer> counts(JobFilter filter) {
        return lines.read(c -> new JobList(c, filter).counts());
    }

    @Override
    public JobListing listing() {
        return new TeamListing(lines);
    }

    @Override
    public boolean stream(WhichJobs which, JobSink sink) {
        return lines.readAtOnce(c -> new JobStream(c, sink).read(which));
    }

    @Override
    public Optional<JobSummary> job(String jobId) {
        return lines.read(c -> Optional.ofNullable(JobStream.find(c, jobId)));
    }

    @Override
    public List<Batch> batches(String jobId) {
        return lines.read(
                c ->
                        Query.of("SELECT * FROM batch WHERE job_id = ? ORDER BY n", jobId)
                                .list(c, TeamHistory::batch));
    }

    @Override
    public List<TargetRow> targets(String jobId, TargetFilter filter, int offset, int limit) {
        return lines.read(c -> targets(c, jobId, filter, offset, limit));
    }

    private static List<TargetRow> targets(
            Connection c, String jobId, TargetFilter filter, int offset, int limit)
            throws SQLException {
        JobSummary job = JobStream.find(c, jobId);
        return job == null ? List.of() : new JobTargets(c, job).page(filter, offset, limit);
    }

    @Override
    public List<ReasonCount> reasons(String jobId) {
        return lines.read(c -> reasons(c, jobId));
    }

    private static List<ReasonCount> reasons(Connection c, String jobId) throws SQLException {
        JobSummary job = JobStream.find(c, jobId);
        return job == null ? List.of() : new JobTargets(c, job).reasons();
    }

    @Override
    public List<String> retries(String jobId) {
        return lines.read(
                c ->
                        Query.of("SELECT id FROM job WHERE retry_of = ? ORDER BY created_at", jobId)
                                .list(c, r -> r.getString(1)));
    }

    @Override
    public Set<String> takenByRetries(String jobId) {
        return lines.read(
                c ->
                        Set.copyOf(
                                Query.of(
                                                "WITH RECURSIVE later (id, at) AS (SELECT id,"
                                                    + " created_at FROM job WHERE retry_of = ?"
                                                    + " UNION SELECT job.id, job.created_at FROM"
                                                    + " job JOIN later ON job.retry_of = later.id)"
                                                    + " SELECT DISTINCT outcome.target FROM later"
                                                    + " CROSS JOIN LATERAL ("
                                                        + JobTargets.OUTCOME
                                                        + "target.job_id = later.id AND"
                                                        + " target.created_at = later.at) outcome"
                                                        + " WHERE outcome.state NOT IN ('failed',"
                                                        + " 'timed_out', 'rejected', 'canceled')",
                                                jobId)
                                        .list(c, r -> r.getString(1))));
    }

    /** The last request of each batch; what came before it was not published. */
    @Override
    public List<RequestRecord> requests(String jobId) {
        return lines.read(
                c ->
                        Query.of(
                                        "SELECT batch.*, job.type FROM batch JOIN job ON job.id ="
                                            + " batch.job_id AND job.created_at = batch.created_at"
                                            + " WHERE job_id = ? AND sent_at IS NOT NULL ORDER BY"
                                            + " sent_at DESC, n DESC LIMIT 2000",
                                        jobId)
                                .list(c, TeamHistory::request));
    }

    @Override
    public Watching watch(Watcher watcher) {
        TeamWatch watch = TeamWatch.start(background, watcher, LOOK);
        watches.removeIf(TeamWatch::isClosed);
        watches.add(watch);
        return watch;
    }

    @Override
    public void close() {
        watches.forEach(TeamWatch::close);
        lines.close();
        background.close();
    }

    private static Batch batch(ResultSet r) throws SQLException {
        return new Batch(
                r.getInt("n"),
                BatchState.valueOf(r.getString("state").toUpperCase(Locale.ROOT)),
                r.getString("task_id"),
                r.getString("request_id"),
                r.getInt("attempts"),
                r.getInt("targets"),
                r.getString("code"),
                r.getString("message"),
                Query.instant(r, "sent_at"));
    }

    private static RequestRecord request(ResultSet r) throws SQLException {
        boolean prefetch = r.getString("type").startsWith("prefetch");
        return new RequestRecord(
                r.getInt("n"),
                prefetch ? "CreatePrefetchTask" : "CreatePurgeTask",
                Objects.requireNonNull(Query.instant(r, "sent_at")),
                RequestRecord.TOOK_UNKNOWN,
                r.getString("request_id"),
                r.getString("code"),
                r.getString("message"));
    }
}

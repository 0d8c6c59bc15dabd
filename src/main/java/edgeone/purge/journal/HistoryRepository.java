package edgeone.purge.journal;

import edgeone.purge.model.Batch;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.Whose;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the journal for display. */
public final class HistoryRepository {
    private final Journal journal;
    private final Owners owners;

    public HistoryRepository(Journal journal, Owners owners) {
        this.journal = journal;
        this.owners = owners;
    }

    /**
     * Jobs, newest first.
     *
     * @param text substring of ID, account (its name now or when the job was submitted), zone, task
     *     ID or any target; empty for all
     */
    public List<JobSummary> jobs(String text, @Nullable Instant since, Whose whose) {
        String like =
                "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return journal.read(
                c -> {
                    WhoseCondition of = WhoseCondition.of(c, whose, 3);
                    List<Object> values = new ArrayList<>();
                    values.add(since == null ? 0L : since.toEpochMilli());
                    values.add(like);
                    values.addAll(of.values());
                    List<JobSummary> found = new ArrayList<>();
                    for (RawJob raw :
                            Sql.list(
                                    c,
                                    HistoryRepository::raw,
                                    JobRows.SELECT
                                            + "WHERE created_at >= ?1 AND "
                                            + of.sql()
                                            + " AND (?2 = '%%' OR id LIKE ?2 ESCAPE '\\' OR account"
                                            + " LIKE ?2 ESCAPE '\\' OR account_now LIKE ?2 ESCAPE"
                                            + " '\\' OR zone_id LIKE ?2 ESCAPE '\\' OR zone_name"
                                            + " LIKE ?2 ESCAPE '\\' OR EXISTS (SELECT 1 FROM batch"
                                            + " WHERE job_id = id AND task_id LIKE ?2 ESCAPE '\\')"
                                            + " OR EXISTS (SELECT 1 FROM target WHERE job_id = id"
                                            + " AND target LIKE ?2 ESCAPE '\\')) ORDER BY"
                                            + " created_at DESC, rowid DESC",
                                    values.toArray())) {
                        found.add(summary(c, raw));
                    }
                    return found;
                });
    }

    /** Jobs of every account. */
    public List<JobSummary> jobs(String text, @Nullable Instant since) {
        return jobs(text, since, Whose.EVERYBODY);
    }

    public Optional<JobSummary> job(String jobId) {
        return journal.read(
                c -> {
                    RawJob raw =
                            Sql.first(
                                    c,
                                    HistoryRepository::raw,
                                    JobRows.SELECT + "WHERE id = ?",
                                    jobId);
                    return raw == null ? Optional.empty() : Optional.of(summary(c, raw));
                });
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

    /** Targets of a job, unsuccessful ones first, then by position. */
    public List<TargetRow> targets(String jobId, List<TargetState> states, int offset, int limit) {
        String in =
                states.isEmpty()
                        ? ""
                        : " AND target.state IN ("
                                + String.join(
                                        ",",
                                        states.stream().map(s -> "'" + s.label() + "'").toList())
                                + ")";
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                HistoryRepository::target,
                                "SELECT target.*, task_id, request_id FROM target JOIN batch ON"
                                        + " batch.job_id = target.job_id AND n = target.batch WHERE"
                                        + " target.job_id = ?"
                                        + in
                                        + " ORDER BY CASE target.state WHEN 'rejected' THEN 0 WHEN"
                                        + " 'failed' THEN 0 WHEN 'timed_out' THEN 0 WHEN 'unknown'"
                                        + " THEN 1 WHEN 'canceled' THEN 2 WHEN 'succeeded' THEN 4"
                                        + " ELSE 3 END, position LIMIT ? OFFSET ?",
                                jobId,
                                limit,
                                offset));
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

    public List<RequestRecord> requests(String jobId) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r ->
                                        new RequestRecord(
                                                r.getInt("batch"),
                                                r.getString("action"),
                                                Instant.ofEpochMilli(r.getLong("at")),
                                                r.getLong("took"),
                                                r.getString("request_id"),
                                                r.getString("code"),
                                                r.getString("message")),
                                "SELECT * FROM request WHERE job_id = ? ORDER BY id DESC LIMIT"
                                        + " 2000",
                                jobId));
    }

    /** How a group of targets ended. */
    public record End(
            TargetState state, @Nullable String code, @Nullable String reason, int count) {}

    private record RawJob(
            Job job, @Nullable String owner, @Nullable Instant endedAt, TargetCounts frozen) {}

    private static RawJob raw(ResultSet r) throws SQLException {
        int succeeded = r.getInt("n_succeeded");
        int failed = r.getInt("n_failed");
        int rejected = r.getInt("n_rejected");
        int canceled = r.getInt("n_canceled");
        return new RawJob(
                JobRows.job(r),
                r.getString("owner"),
                Sql.instant(r, "ended_at"),
                new TargetCounts(
                        succeeded + failed + rejected + canceled,
                        0,
                        0,
                        succeeded,
                        failed,
                        rejected,
                        canceled,
                        0));
    }

    private JobSummary summary(Connection c, RawJob raw) throws SQLException {
        String id = raw.job().id();
        if (raw.endedAt() != null) {
            TargetCounts counts = raw.frozen();
            return new JobSummary(
                    raw.job(),
                    JobState.of(false, false, has(c, id, "'canceled'"), counts),
                    counts,
                    raw.endedAt(),
                    false,
                    false);
        }
        String owner = raw.owner();
        boolean elsewhere = owner != null && owners.isAnotherAlive(owner);
        boolean mine = owner != null && owner.equals(owners.id());
        boolean unknown = has(c, id, "'unknown'");
        boolean open = has(c, id, "'planned', 'sending'");
        TargetCounts counts = JobRows.counts(c, id);
        return new JobSummary(
                raw.job(),
                JobState.of(unknown, open, has(c, id, "'canceled'"), counts),
                counts,
                null,
                elsewhere,
                (unknown || open) && !elsewhere && !mine);
    }

    private static boolean has(Connection c, String jobId, String states) throws SQLException {
        return Sql.count(
                        c,
                        "SELECT EXISTS (SELECT 1 FROM batch WHERE job_id = ? AND state IN ("
                                + states
                                + "))",
                        jobId)
                == 1;
    }

    private static Batch batch(ResultSet r) throws SQLException {
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

    private static TargetRow target(ResultSet r) throws SQLException {
        return new TargetRow(
                r.getInt("position"),
                r.getInt("batch"),
                r.getString("target"),
                TargetState.ofLabel(r.getString("state")).orElseThrow(),
                r.getString("reason"),
                r.getString("code"),
                r.getString("task_id"),
                r.getString("request_id"));
    }
}

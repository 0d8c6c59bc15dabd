package edgeone.purge.journal.rows;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Job;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Statements on the rows of one job, inside a repository's transaction. */
public final class JobRows {
    /** The account's last known name, as {@code account_now}. */
    private static final String ACCOUNT_NOW =
            "coalesce((SELECT name FROM account WHERE account.id = job.account_id), job.account) AS"
                    + " account_now";

    /** The purge that a prefetch follows, as {@code follows}; no column of the job says so. */
    private static final String FOLLOWS =
            "(SELECT job_id FROM follow_up WHERE next_job = job.id) AS follows";

    /** What {@link #job} reads of rows called {@code job}. */
    public static final String COLUMNS = "job.*, " + ACCOUNT_NOW + ", " + FOLLOWS;

    /** Jobs with all that {@link #job} reads. */
    public static final String SELECT = "SELECT " + COLUMNS + " FROM job ";

    private JobRows() {}

    /** Reads a row of {@link #SELECT}. */
    public static Job job(ResultSet row) throws SQLException {
        String domains = row.getString("tag_domains");
        String follows = row.getString("follows");
        return new Job(
                        row.getString("id"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        row.getString("account_now"),
                        row.getString("account_id"),
                        row.getString("key_fingerprint"),
                        row.getString("endpoint"),
                        row.getString("zone_id"),
                        row.getString("zone_name"),
                        PurgeType.ofWireName(row.getString("type")).orElseThrow(),
                        method(row),
                        domains.isEmpty() ? List.of() : List.of(domains.split("\n")),
                        follows == null ? row.getString("retry_of") : null)
                .from(
                        new Provenance(
                                Origin.ofLabel(row.getString("origin")).orElse(Origin.HERE),
                                row.getString("note"),
                                row.getString("os_user"),
                                row.getString("host"),
                                row.getString("program"),
                                row.getString("key_end"),
                                row.getString("recipe")))
                .prefetching(prefetch(row))
                .following(follows);
    }

    private static PrefetchOptions prefetch(ResultSet row) throws SQLException {
        String mode =
                row.getString("type").equals(PurgeType.PREFETCH.wireName())
                        ? row.getString("prefetch_mode")
                        : null;
        if (mode == null) {
            return PrefetchOptions.NONE;
        }
        return new PrefetchOptions(
                PrefetchOptions.Mode.ofWireName(mode).orElseThrow(),
                row.getString("prefetch_headers").lines().map(PrefetchOptions.Header::of).toList(),
                row.getBoolean("prefetch_segments"));
    }

    /** Reads {@code method} of a row that has the job's. */
    public static @Nullable PurgeMethod method(ResultSet row) throws SQLException {
        String method = row.getString("method");
        return method == null ? null : PurgeMethod.ofWireName(method).orElseThrow();
    }

    /**
     * Inserts a job, without batches.
     *
     * @param owner the process at work on it; null if nobody is
     * @param keepsToQuota whether it keeps what the quota does not take
     */
    public static void insert(Connection c, Job job, @Nullable String owner, boolean keepsToQuota)
            throws SQLException {
        boolean ours = job.provenance().origin() == Origin.HERE;
        PrefetchOptions prefetch = job.type().isPrefetch() && ours ? job.prefetch() : null;
        Sql.update(
                c,
                "INSERT INTO job (id, created_at, account, account_id, key_fingerprint,"
                        + " endpoint, zone_id, zone_name, type, method, tag_domains,"
                        + " retry_of, owner, keeps_to_quota, origin, note, os_user, host,"
                        + " program, key_end, recipe, prefetch_mode, prefetch_headers,"
                        + " prefetch_segments) VALUES"
                        + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                job.id(),
                job.createdAt(),
                job.account(),
                job.accountId(),
                job.keyFingerprint(),
                job.endpoint(),
                job.zoneId(),
                job.zoneName(),
                job.type().wireName(),
                job.method() == null ? null : job.method().wireName(),
                String.join("\n", job.tagDomains()),
                job.parent(),
                owner,
                keepsToQuota ? 1 : 0,
                job.provenance().origin().label(),
                job.provenance().note(),
                job.provenance().user(),
                job.provenance().host(),
                job.provenance().program(),
                job.provenance().keyEnd(),
                job.provenance().recipe(),
                prefetch == null ? null : prefetch.mode().wireName(),
                prefetch == null ? null : headers(prefetch),
                prefetch == null ? null : prefetch.mediaSegments() ? 1 : 0);
    }

    private static String headers(PrefetchOptions prefetch) {
        return prefetch.headers().stream()
                .map(PrefetchOptions.Header::line)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Inserts a batch and its targets, all to be sent.
     *
     * @param n the batch, from 1
     * @param first position of its first target in the job, from 1
     */
    public static void insertBatch(
            Connection c, String jobId, int n, int first, List<String> targets)
            throws SQLException {
        Sql.update(
                c,
                "INSERT INTO batch (job_id, n, state, targets) VALUES (?,?,'planned',?)",
                jobId,
                n,
                targets.size());
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO target (job_id, position, batch, target, state)"
                                + " VALUES (?,?,?,?,'pending')")) {
            int position = first;
            for (String target : targets) {
                insert.setString(1, jobId);
                insert.setInt(2, position++);
                insert.setInt(3, n);
                insert.setString(4, target);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Freezes the counts of a job whose last target has become final; does nothing before that. */
    public static void freeze(Connection c, String jobId, Instant now) throws SQLException {
        freeze(c, jobId, now, now);
    }

    /** The same for a job that ended at another time than now. */
    public static void freeze(Connection c, String jobId, Instant now, Instant endedAt)
            throws SQLException {
        if (end(c, jobId, endedAt)) {
            Chain.ended(c, now, jobId);
        }
    }

    /** Freezes the counts without an entry in the chain; returns whether the job ended now. */
    public static boolean end(Connection c, String jobId, Instant endedAt) throws SQLException {
        int open =
                Sql.count(
                        c,
                        "SELECT EXISTS (SELECT 1 FROM batch WHERE job_id = ?"
                                + " AND state IN ('planned', 'sending', 'unknown'))",
                        jobId);
        if (open > 0) {
            return false;
        }
        TargetCounts counts = counts(c, jobId);
        return counts.allFinal()
                && Sql.update(
                                c,
                                "UPDATE job SET ended_at = ?, state = ?, n_succeeded = ?, n_failed"
                                        + " = ?, n_rejected = ?, n_canceled = ? WHERE id = ? AND"
                                        + " ended_at IS NULL",
                                endedAt,
                                JobStates.ended(c, jobId, counts).label(),
                                counts.succeeded(),
                                counts.failed(),
                                counts.rejected(),
                                counts.canceled(),
                                jobId)
                        > 0;
    }

    public static TargetCounts counts(Connection c, String jobId) throws SQLException {
        Map<TargetState, Integer> by = new EnumMap<>(TargetState.class);
        Sql.each(
                c,
                r -> by.put(TargetState.ofLabel(r.getString(1)).orElseThrow(), r.getInt(2)),
                "SELECT state, count(*) FROM target WHERE job_id = ? GROUP BY state",
                jobId);
        return new TargetCounts(
                by.values().stream().mapToInt(Integer::intValue).sum(),
                sum(by, TargetState.PENDING),
                sum(by, TargetState.ACCEPTED, TargetState.PROCESSING),
                sum(by, TargetState.SUCCEEDED),
                sum(by, TargetState.FAILED, TargetState.TIMED_OUT),
                sum(by, TargetState.REJECTED),
                sum(by, TargetState.CANCELED),
                sum(by, TargetState.UNKNOWN));
    }

    private static int sum(Map<TargetState, Integer> by, TargetState... states) {
        int sum = 0;
        for (TargetState state : states) {
            sum += by.getOrDefault(state, 0);
        }
        return sum;
    }
}

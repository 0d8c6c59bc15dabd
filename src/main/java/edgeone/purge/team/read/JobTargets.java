package edgeone.purge.team.read;

import edgeone.purge.history.ReasonCount;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.TargetFilter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The targets of a job with the newest that was told of each. */
final class JobTargets {
    /**
     * Targets of jobs with what became of them, as {@code outcome}; a condition on {@code target}
     * goes in. What was never told of a target is what its batch says.
     */
    static final String OUTCOME =
            """
            SELECT target.job_id, target.created_at, target.position, target.batch, target.target,
              told.code, told.reason, batch.task_id, batch.request_id,
              coalesce(told.state, CASE batch.state
                WHEN 'accepted' THEN 'accepted' WHEN 'rejected' THEN 'rejected'
                WHEN 'unknown' THEN 'unknown' WHEN 'canceled' THEN 'canceled'
                ELSE 'pending' END) AS state
            FROM target
            LEFT JOIN batch ON batch.job_id = target.job_id
              AND batch.created_at = target.created_at AND batch.n = target.batch
            LEFT JOIN LATERAL (SELECT state, code, reason FROM result
              WHERE result.job_id = target.job_id AND result.created_at = target.created_at
                AND result.position = target.position
              ORDER BY result.n DESC LIMIT 1) told ON true
            WHERE
            """;

    /** Unsuccessful targets first. */
    static final String ORDER =
            """
            CASE state WHEN 'rejected' THEN 0 WHEN 'failed' THEN 0 WHEN 'timed_out' THEN 0
              WHEN 'unknown' THEN 1 WHEN 'canceled' THEN 2 WHEN 'succeeded' THEN 4 ELSE 3 END,
            position
            """;

    private final Connection connection;
    private final JobSummary job;

    JobTargets(Connection connection, JobSummary job) {
        this.connection = connection;
        this.job = job;
    }

    /** A page; unsuccessful targets first, then by position. */
    List<TargetRow> page(TargetFilter filter, int offset, int limit) throws SQLException {
        if (filter.equals(TargetFilter.ALL) && isOneGroup(job.targets())) {
            // Positions tell the page.
            return Query.of("SELECT * FROM (" + OUTCOME)
                    .add(ofJob())
                    .add(
                            " AND target.position > ? AND target.position <= ?",
                            offset,
                            offset + Math.min(limit, Integer.MAX_VALUE - offset))
                    .add(") outcome ORDER BY position")
                    .list(connection, JobTargets::row);
        }
        Query all = outcome().add(" WHERE true");
        if (!filter.states().isEmpty()) {
            all.add(" AND state IN ")
                    .addList(filter.states().stream().map(TargetState::label).sorted().toList());
        }
        TargetFilter.End end = filter.end();
        if (end != null) {
            all.add(
                    " AND code IS NOT DISTINCT FROM ? AND coalesce(reason, state) = ?",
                    end.code(),
                    end.reason());
        }
        return all.add(" ORDER BY " + ORDER + " LIMIT " + limit + " OFFSET " + offset)
                .list(connection, JobTargets::row);
    }

    /** Why targets failed, most frequent first. */
    List<ReasonCount> reasons() throws SQLException {
        return Query.of(
                        "SELECT state, code, coalesce(reason, state) AS why, count(*) FROM ("
                                + OUTCOME)
                .add(ofJob())
                .add(
                        ") outcome WHERE state IN ('rejected', 'failed', 'timed_out', 'canceled')"
                                + " GROUP BY state, code, reason ORDER BY count(*) DESC, why")
                .list(
                        connection,
                        r ->
                                new ReasonCount(
                                        TargetState.ofLabel(r.getString(1)).orElseThrow(),
                                        r.getString(2),
                                        r.getString(3),
                                        r.getInt(4)));
    }

    private Query outcome() {
        return Query.of("SELECT * FROM (" + OUTCOME).add(ofJob()).add(") outcome");
    }

    private Query ofJob() {
        Instant at = job.job().createdAt();
        return Query.of("target.job_id = ? AND target.created_at = ?", job.job().id(), at);
    }

    /** Whether no target comes before another but by its position. */
    private static boolean isOneGroup(TargetCounts counts) {
        int total = counts.total();
        return counts.succeeded() == total
                || counts.notPurged() == total
                || counts.unknown() == total
                || counts.canceled() == total
                || counts.pending() + counts.accepted() == total;
    }

    static TargetRow row(ResultSet r) throws SQLException {
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

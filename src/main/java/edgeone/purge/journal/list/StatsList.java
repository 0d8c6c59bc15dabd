package edgeone.purge.journal.list;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.stats.DayCount;
import edgeone.purge.model.stats.DoneTime;
import edgeone.purge.model.stats.FailureReason;
import edgeone.purge.model.stats.Stats;
import edgeone.purge.model.stats.StatsQuestion;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums up jobs, all of it by the database. Jobs that have ended have their counts; of the few that
 * have not, the targets are counted anew, and so are those of jobs in which any failed.
 */
final class StatsList {
    private static final int MOST_REASONS = 100;

    private final Connection connection;
    private final JobCondition condition;
    private final LocalDays days;

    StatsList(Connection connection, StatsQuestion question) throws SQLException {
        this.connection = connection;
        condition = JobCondition.of(connection, question.filter(), 1);
        days = LocalDays.of(connection, question.zone(), question.step());
    }

    Stats read() throws SQLException {
        List<DayCount> counts = counts();
        long failures = counts.stream().mapToLong(d -> d.failed() + d.rejected()).sum();
        List<FailureReason> reasons = failures == 0 ? List.of() : reasons();
        long listed = reasons.stream().mapToLong(FailureReason::count).sum();
        return new Stats(counts, reasons, Math.max(0, failures - listed), doneByDay(), done());
    }

    private List<DayCount> counts() throws SQLException {
        return list(
                StatsList::count,
                "WITH open AS (SELECT job_id, sum(state = 'succeeded') AS succeeded, sum(state IN"
                        + " ('failed', 'timed_out')) AS failed, sum(state = 'rejected') AS"
                        + " rejected, sum(state = 'canceled') AS canceled, sum(state = 'pending')"
                        + " AS pending FROM target WHERE job_id IN (SELECT id FROM job WHERE"
                        + " ended_at IS NULL AND "
                        + condition.sql()
                        + ") GROUP BY job_id), counted AS (SELECT "
                        + days.sql()
                        + " AS day, type, n_targets AS targets, n_succeeded AS succeeded, n_failed"
                        + " AS failed, n_rejected AS rejected, n_canceled AS canceled, 0 AS pending"
                        + " FROM job WHERE ended_at IS NOT NULL AND "
                        + condition.sql()
                        + " UNION ALL SELECT "
                        + days.sql()
                        + ", type, n_targets, succeeded, failed, rejected, open.canceled, pending"
                        + " FROM open JOIN job ON id = job_id) SELECT day, type, count(*),"
                        + " sum(targets), sum(succeeded), sum(failed), sum(rejected),"
                        + " sum(canceled), sum(pending) FROM counted GROUP BY day, type ORDER BY"
                        + " day, type");
    }

    private static DayCount count(ResultSet r) throws SQLException {
        return new DayCount(
                LocalDays.date(r.getLong(1)),
                PurgeType.ofWireName(r.getString(2)).orElseThrow(),
                r.getLong(3),
                r.getLong(4),
                r.getLong(5),
                r.getLong(6),
                r.getLong(7),
                r.getLong(8),
                r.getLong(9));
    }

    private List<FailureReason> reasons() throws SQLException {
        return list(
                r ->
                        new FailureReason(
                                TargetState.ofLabel(r.getString(1)).orElseThrow(),
                                r.getString(2),
                                r.getString(3),
                                r.getLong(4)),
                "SELECT state, code, coalesce(reason, state) AS why, count(*) AS number FROM"
                        + " target WHERE state IN ('rejected', 'failed', 'timed_out') AND job_id IN"
                        + " (SELECT id FROM job WHERE (ended_at IS NULL OR n_failed + n_rejected >"
                        + " 0) AND "
                        + condition.sql()
                        + ") GROUP BY state, code, why ORDER BY number DESC, why, state, code LIMIT"
                        + " "
                        + MOST_REASONS);
    }

    private Map<LocalDate, DoneTime> doneByDay() throws SQLException {
        Map<LocalDate, DoneTime> done = new HashMap<>();
        list(r -> done.put(LocalDays.date(r.getLong(1)), done(r)), doneSql(days.sql()));
        return done;
    }

    private @Nullable DoneTime done() throws SQLException {
        return Sql.first(connection, StatsList::done, doneSql("0"), values());
    }

    private static DoneTime done(ResultSet r) throws SQLException {
        return new DoneTime(
                r.getLong(2), Duration.ofMillis(r.getLong(3)), Duration.ofMillis(r.getLong(4)));
    }

    /**
     * Nearest ranks: the shortest time, to a tenth of a second, that so many percent of the jobs
     * did not exceed. Equal times are one row, which leaves little to be sorted.
     */
    private String doneSql(String group) {
        return "WITH done AS (SELECT "
                + group
                + " AS day, max(0, ended_at - created_at + 50) / 100 * 100 AS took, count(*) AS"
                + " number FROM job WHERE ended_at IS NOT NULL AND n_succeeded + n_failed > 0 AND "
                + condition.sql()
                + " GROUP BY 1, 2), ranked AS (SELECT day, took, sum(number) OVER (PARTITION BY"
                + " day ORDER BY took) AS place, sum(number) OVER (PARTITION BY day) AS jobs FROM"
                + " done) SELECT day, max(jobs), min(took) FILTER (WHERE place >= (jobs * 50 + 99)"
                + " / 100), min(took) FILTER (WHERE place >= (jobs * 95 + 99) / 100) FROM ranked"
                + " GROUP BY day";
    }

    private <T> List<T> list(Sql.Row<T> row, String sql) throws SQLException {
        return Sql.list(connection, row, sql, values());
    }

    private Object[] values() {
        return condition.values().toArray();
    }
}

package edgeone.purge.team.read;

import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** Lists the team's jobs page by page: filtering, sorting and counting are the database's. */
final class JobList {
    /**
     * So many of the newest jobs are looked through for a text before its index is asked: a text
     * that many jobs hold fills a page from them, where the index would find them all first.
     */
    private static final int LOOKED_THROUGH = 3_000;

    private final Connection connection;
    private final JobFilter filter;
    private final TextCondition text;

    JobList(Connection connection, JobFilter filter) {
        this.connection = connection;
        this.filter = filter;
        text = new TextCondition(filter.text());
    }

    /**
     * A page.
     *
     * @param offset jobs left out before it
     */
    List<JobSummary> page(JobOrder order, int offset, int limit) throws SQLException {
        if (limit == 0) {
            return List.of();
        }
        if (order.equals(JobOrder.NEWEST_FIRST) && !text.isEmpty() && text.isPossible()) {
            Query newest =
                    Query.of("(SELECT * FROM job WHERE ")
                            .add(JobCondition.of(connection, filter))
                            .add(" ORDER BY " + JobSort.sql(order) + " LIMIT " + LOOKED_THROUGH)
                            .add(") job WHERE ")
                            .add(text.held());
            List<JobSummary> page = page(newest, order, offset, limit);
            if (page.size() == limit) {
                return page;
            }
        }
        return page(Query.of("job WHERE ").add(listed()), order, offset, limit);
    }

    private List<JobSummary> page(Query from, JobOrder order, int offset, int limit)
            throws SQLException {
        String sorted = " ORDER BY " + JobSort.sql(order);
        return Query.of(JobRow.SELECT + " FROM (SELECT job.* FROM ")
                .add(from)
                .add(sorted + " LIMIT " + limit + " OFFSET " + offset)
                .add(") job" + JobRow.MACHINE + sorted)
                .list(connection, JobRow::of);
    }

    /** How many jobs are listed before this one; empty if it is not listed or has no order. */
    OptionalInt position(JobOrder order, String jobId) throws SQLException {
        if (order.column() != JobOrder.Column.CREATED) {
            return OptionalInt.empty();
        }
        Instant at =
                Query.of("SELECT created_at FROM job WHERE ")
                        .add(listed())
                        .add(" AND job.id = ?", jobId)
                        .first(
                                connection,
                                r -> Objects.requireNonNull(Query.instant(r, "created_at")));
        if (at == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                Math.toIntExact(
                        Query.of("SELECT count(*) FROM job WHERE ")
                                .add(listed())
                                .add(
                                        " AND (job.created_at, job.id) "
                                                + (order.descending() ? ">" : "<")
                                                + " (?, ?)",
                                        at,
                                        jobId)
                                .count(connection)));
    }

    /** How many jobs there are by state, whatever states the filter asks for. */
    Map<JobState, Integer> counts() throws SQLException {
        Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
        Query.of("SELECT state, count(*) FROM job WHERE ")
                .add(matching(JobCondition.withoutStates(connection, filter)))
                .add(" GROUP BY state")
                .each(
                        connection,
                        r ->
                                counts.put(
                                        JobState.ofLabel(r.getString(1)).orElseThrow(),
                                        r.getInt(2)));
        return counts;
    }

    /** How many targets all that match have. */
    long targets() throws SQLException {
        return Query.of("SELECT sum(n_targets) FROM job WHERE ").add(listed()).count(connection);
    }

    /** All that match, one after the other. */
    Query all(JobOrder order) throws SQLException {
        return Query.of(JobRow.SELECT + " FROM job" + JobRow.MACHINE + "WHERE ")
                .add(listed())
                .add(" ORDER BY " + JobSort.sql(order));
    }

    private Query listed() throws SQLException {
        return matching(JobCondition.of(connection, filter));
    }

    private Query matching(Query condition) {
        return text.isEmpty() ? condition : condition.add(" AND ").add(text.found());
    }

    /** What all jobs can be filtered by. */
    static JobFacets facets(Connection connection) throws SQLException {
        Map<String, String> zones = new HashMap<>();
        Query.of(
                        "SELECT zone_id, (array_agg(coalesce(nullif(zone_name, ''), zone_id) ORDER"
                                + " BY at DESC))[1] FROM (SELECT zone_id, zone_name,"
                                + " max(created_at) AS at FROM job GROUP BY zone_id, zone_name)"
                                + " named GROUP BY zone_id")
                .each(connection, r -> zones.put(r.getString(1), r.getString(2)));
        return new JobFacets(
                zones,
                Query.of("SELECT DISTINCT account COLLATE \"C\" FROM job ORDER BY 1")
                        .list(connection, r -> r.getString(1)));
    }
}

package edgeone.purge.journal.list;

import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.JobStates;
import edgeone.purge.journal.rows.RawJob;
import edgeone.purge.journal.rows.SearchRows;
import edgeone.purge.journal.rows.SearchText;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Lists jobs page by page: filtering, sorting and counting are the database's. Jobs that have not
 * ended are few; their states are derived anew for each list.
 */
final class JobList {
    /** With {@code ?1} as the folded text and {@code ?2} as the bits or the trigrams of a text. */
    private static final int FIRST = 3;

    /** Finding one job after the other pays for the first of them only. */
    private static final int DEEPEST = 300;

    /** How many of the newest jobs tell which zones are purged. */
    private static final int LATELY = 200;

    private final Connection connection;
    private final JobFilter filter;
    private final SearchText text;
    private final JobCondition condition;
    private final Map<JobState, List<String>> open = new EnumMap<>(JobState.class);
    private final JobStates states;

    JobList(Connection connection, JobFilter filter, JobStates states) throws SQLException {
        this.connection = connection;
        this.filter = filter;
        this.states = states;
        text = new SearchText(filter.text());
        condition = JobCondition.of(connection, filter, FIRST);
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
        findOpen(!filter.states().isEmpty() || order.column() == JobOrder.Column.STATE);
        if (text.hasTrigrams()
                && offset + limit <= DEEPEST
                && order.equals(JobOrder.NEWEST_FIRST)
                && accounts().isEmpty()) {
            return newest(offset, limit);
        }
        return list(
                "WHERE "
                        + matching()
                        + stateCondition()
                        + " ORDER BY "
                        + JobSort.sql(order, open)
                        + " LIMIT "
                        + limit
                        + " OFFSET "
                        + offset);
    }

    /** How many jobs are listed before this one; empty if it is not listed or has no order. */
    OptionalInt position(JobOrder order, String jobId) throws SQLException {
        findOpen(!filter.states().isEmpty());
        Object[] values = Arrays.copyOf(values(), values().length + 1);
        values[values.length - 1] = jobId;
        String id = "?" + values.length;
        String listed = " FROM job WHERE " + matching() + stateCondition() + " AND ";
        if (order.column() != JobOrder.Column.CREATED
                || Sql.count(connection, "SELECT count(*)" + listed + "id = " + id, values) == 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                Sql.count(
                        connection,
                        "SELECT count(*)"
                                + listed
                                + "(created_at, number) "
                                + (order.descending() ? ">" : "<")
                                + " (SELECT created_at, number FROM job WHERE id = "
                                + id
                                + ")",
                        values));
    }

    /** How many jobs there are by state, whatever states the filter asks for. */
    Map<JobState, Integer> counts() throws SQLException {
        Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
        Sql.each(
                connection,
                r -> counts.put(JobState.ofLabel(r.getString(1)).orElseThrow(), r.getInt(2)),
                "SELECT state, count(*) FROM (SELECT job.state AS state FROM job WHERE state IS NOT"
                        + " NULL AND "
                        + matching()
                        + ") GROUP BY state",
                values());
        findOpen(true);
        if (!open.isEmpty()) {
            Map<String, JobState> of = new HashMap<>();
            open.forEach((state, ids) -> ids.forEach(id -> of.put(id, state)));
            Sql.each(
                    connection,
                    r -> {
                        JobState state = of.get(r.getString(1));
                        if (state != null) {
                            counts.merge(state, 1, Integer::sum);
                        }
                    },
                    "SELECT id FROM job WHERE ended_at IS NULL AND " + matching(),
                    values());
        }
        return counts;
    }

    /**
     * The newest jobs with the text: rows of the index are read from the newest on until the page
     * is full, each job once.
     */
    private List<JobSummary> newest(int offset, int limit) throws SQLException {
        List<JobSummary> page = new ArrayList<>();
        String sql =
                "SELECT "
                        + JobRows.COLUMNS
                        + " FROM search CROSS JOIN job ON "
                        + SearchRows.JOB
                        + " WHERE"
                        + " search MATCH ?2 AND search.rowid < ?"
                        + (FIRST + condition.values().size())
                        + " AND "
                        + condition.sql()
                        + stateCondition()
                        + " AND "
                        + SearchRows.HOLDS
                        + " ORDER BY search.rowid DESC LIMIT 1";
        Object[] values = Arrays.copyOf(values(), values().length + 1);
        long before = Long.MAX_VALUE;
        for (int found = 0; found < offset + limit; found++) {
            values[values.length - 1] = before;
            RawJob raw = Sql.first(connection, RawJob::of, sql, values);
            if (raw == null) {
                break;
            }
            before = raw.number() << SearchRows.SHIFT;
            if (found >= offset) {
                page.add(states.summary(connection, raw));
            }
        }
        // Numbers of jobs that were submitted in the same second may be in another order.
        page.sort(Comparator.comparing((JobSummary j) -> j.job().createdAt()).reversed());
        return page;
    }

    /** All that match, one after the other. */
    void each(JobOrder order, Found found) throws SQLException {
        findOpen(!filter.states().isEmpty() || order.column() == JobOrder.Column.STATE);
        Sql.each(
                connection,
                r -> found.job(states.summary(connection, RawJob.of(r))),
                JobRows.SELECT
                        + "WHERE "
                        + matching()
                        + stateCondition()
                        + " ORDER BY "
                        + JobSort.sql(order, open),
                values());
    }

    /** Hears of a job. */
    @FunctionalInterface
    interface Found {
        void job(JobSummary job) throws SQLException;
    }

    /** How many targets all that match have. */
    long targets() throws SQLException {
        findOpen(!filter.states().isEmpty());
        Long sum =
                Sql.first(
                        connection,
                        r -> r.getLong(1),
                        "SELECT sum(n_targets) FROM job WHERE " + matching() + stateCondition(),
                        values());
        return sum == null ? 0 : sum;
    }

    private List<JobSummary> list(String where) throws SQLException {
        List<JobSummary> found = new ArrayList<>();
        for (RawJob raw : Sql.list(connection, RawJob::of, JobRows.SELECT + where, values())) {
            found.add(states.summary(connection, raw));
        }
        return found;
    }

    /** Meets everything but the states. */
    private String matching() throws SQLException {
        return "?1 IS NOT NULL AND ?2 IS NOT NULL AND "
                + condition.sql()
                + (text.isEmpty() ? "" : " AND " + textCondition());
    }

    private String textCondition() throws SQLException {
        String holds =
                text.hasTrigrams()
                        ? "job.number IN (SELECT job.number FROM search CROSS JOIN job ON "
                                + SearchRows.JOB
                                + " WHERE search MATCH ?2 AND "
                                + SearchRows.HOLDS
                                + ")"
                        : "(characters & ?2 = ?2 AND " + SearchRows.JOB_HOLDS + ")";
        if (text.hasTrigrams() && zonesOftenHold()) {
            holds = "(instr(lower(zone_name), ?1) OR " + holds + ")";
        }
        List<String> accounts = accounts();
        return accounts.isEmpty() ? holds : "(" + holds + " OR account_id IN " + in(accounts) + ")";
    }

    /**
     * Whether the text is in the names of most zones lately. Then most jobs need no look at their
     * targets; for other texts, to read the names of all would take longer than the index.
     */
    private boolean zonesOftenHold() throws SQLException {
        return Sql.count(
                        connection,
                        "SELECT 2 * sum(instr(lower(zone_name), ?) > 0) > count(*) FROM (SELECT"
                                + " zone_name FROM job ORDER BY created_at DESC LIMIT ?)",
                        text.folded(),
                        LATELY)
                == 1;
    }

    /** Accounts that are called so today, whatever they were called when they submitted. */
    private List<String> accounts() throws SQLException {
        return text.isEmpty()
                ? List.of()
                : Sql.list(
                        connection,
                        r -> r.getString(1),
                        "SELECT id FROM account WHERE instr(lower(name), ?)",
                        text.folded());
    }

    private String stateCondition() {
        if (filter.states().isEmpty()) {
            return "";
        }
        List<String> labels = filter.states().stream().map(JobState::label).toList();
        List<String> ids =
                filter.states().stream()
                        .flatMap(s -> open.getOrDefault(s, List.of()).stream())
                        .toList();
        String ended = "job.state IN " + in(labels);
        return " AND " + (ids.isEmpty() ? ended : "(" + ended + " OR job.id IN " + in(ids) + ")");
    }

    private void findOpen(boolean needed) throws SQLException {
        if (needed && open.isEmpty()) {
            for (RawJob raw :
                    Sql.list(connection, RawJob::of, JobRows.SELECT + "WHERE ended_at IS NULL")) {
                JobState state = states.summary(connection, raw).state();
                open.computeIfAbsent(state, _ -> new ArrayList<>()).add(raw.job().id());
            }
        }
    }

    private Object[] values() {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(text.folded());
        values.add(text.hasTrigrams() ? text.match() : text.bits());
        values.addAll(condition.values());
        return values.toArray();
    }

    static String in(Collection<String> words) {
        return words.stream()
                .map(w -> "'" + w.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}

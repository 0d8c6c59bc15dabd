package edgeone.purge.journal.list;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.TargetFilter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the targets of a job page by page, by groups of states. Each group is in the order of the
 * table already, so that nothing is sorted: a page of a group is found by counting.
 */
final class JobTargets {
    static final List<List<TargetState>> GROUPS =
            List.of(
                    List.of(TargetState.REJECTED, TargetState.FAILED, TargetState.TIMED_OUT),
                    List.of(TargetState.UNKNOWN),
                    List.of(TargetState.CANCELED),
                    List.of(TargetState.PENDING, TargetState.ACCEPTED, TargetState.PROCESSING),
                    List.of(TargetState.SUCCEEDED));

    private final Connection connection;
    private final String jobId;
    private final TargetFilter filter;

    JobTargets(Connection connection, String jobId, TargetFilter filter) {
        this.connection = connection;
        this.jobId = jobId;
        this.filter = filter;
    }

    /** A page as of one moment; unsuccessful targets first, then by position. */
    List<TargetRow> page(int offset, int limit) throws SQLException {
        Journal.execute(connection, "BEGIN");
        try {
            return groups(offset, limit);
        } finally {
            Journal.execute(connection, "COMMIT");
        }
    }

    private List<TargetRow> groups(int offset, int limit) throws SQLException {
        Map<TargetState, Integer> counts = counts();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<TargetRow> page = new ArrayList<>();
        int skip = offset;
        for (List<TargetState> group : GROUPS) {
            List<TargetState> states = group.stream().filter(this::isWanted).toList();
            int size = states.stream().mapToInt(s -> counts.getOrDefault(s, 0)).sum();
            if (skip >= size) {
                skip -= size;
                continue;
            }
            int wanted = Math.min(limit - page.size(), size - skip);
            page.addAll(
                    size == all && filter.end() == null
                            ? from(skip, wanted)
                            : of(states, skip, wanted));
            skip = 0;
            if (page.size() == limit) {
                break;
            }
        }
        return page;
    }

    private boolean isWanted(TargetState state) {
        return filter.states().isEmpty() || filter.states().contains(state);
    }

    private Map<TargetState, Integer> counts() throws SQLException {
        Map<TargetState, Integer> counts = new EnumMap<>(TargetState.class);
        TargetFilter.End end = filter.end();
        Sql.each(
                connection,
                r -> counts.put(TargetState.ofLabel(r.getString(1)).orElseThrow(), r.getInt(2)),
                "SELECT state, count(*) FROM target WHERE job_id = ?1 AND "
                        + ended()
                        + " GROUP BY state",
                jobId,
                end == null ? null : end.code(),
                end == null ? null : end.reason());
        return counts;
    }

    /** Where all targets are in one group, positions tell the page. */
    private List<TargetRow> from(int skip, int count) throws SQLException {
        return read("position > ?4 AND position <= ?4 + ?5", "", skip, count);
    }

    private List<TargetRow> of(List<TargetState> states, int skip, int count) throws SQLException {
        return read(
                "state IN " + JobList.in(states.stream().map(TargetState::label).toList()),
                " LIMIT ?5 OFFSET ?4",
                skip,
                count);
    }

    private List<TargetRow> read(String which, String page, int skip, int count)
            throws SQLException {
        TargetFilter.End end = filter.end();
        return Sql.list(
                connection,
                JobTargets::row,
                "SELECT t.*, task_id, request_id FROM (SELECT * FROM target WHERE job_id = ?1 AND "
                        + which
                        + " AND "
                        + ended()
                        + " ORDER BY position"
                        + page
                        + ") t JOIN batch ON batch.job_id = t.job_id AND n = t.batch ORDER BY"
                        + " t.position",
                jobId,
                end == null ? null : end.code(),
                end == null ? null : end.reason(),
                skip,
                count);
    }

    /** Uses {@code ?2} and {@code ?3}, which must be named, in any case. */
    private String ended() {
        return filter.end() == null
                ? "?2 IS NULL AND ?3 IS NULL"
                : "code IS ?2 AND coalesce(reason, state) = ?3";
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

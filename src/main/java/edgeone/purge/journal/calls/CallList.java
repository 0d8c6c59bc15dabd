package edgeone.purge.journal.calls;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The calls that meet a filter, newest first. */
final class CallList {
    static final String SELECT =
            "SELECT call.id, call.at, action, reads, coalesce(call.zone_id, job.zone_id) AS zone,"
                    + " job.id AS job_id, batch, attempt, took, http, code, request_id, targets,"
                    + " request, reply, reply_size FROM ";
    static final String JOB = " LEFT JOIN job ON job.number = call.job ";

    private final Connection connection;
    private final String from;
    private final String where;
    private final List<@Nullable Object> values = new ArrayList<>();

    CallList(Connection connection, CallFilter filter) {
        this.connection = connection;
        boolean fewest = filter.job() == null && filter.failed();
        from = "call" + (fewest ? " INDEXED BY call_failed" : "");
        List<String> conditions = new ArrayList<>();
        conditions.add("TRUE");
        if (filter.job() != null) {
            conditions.add("call.job = (SELECT number FROM job WHERE id = ?)");
            values.add(filter.job());
        }
        if (filter.action() != null) {
            conditions.add("lower(action) = ?");
            values.add(filter.action().toLowerCase(Locale.ROOT));
        }
        if (filter.failed()) {
            conditions.add("code IS NOT NULL");
        }
        if (filter.noReads()) {
            conditions.add("reads = 0");
        }
        String text = filter.text().strip().toLowerCase(Locale.ROOT);
        if (!text.isEmpty()) {
            conditions.add(
                    "instr(printf('c%08d', call.id) || char(10) || lower(coalesce(request_id, '')"
                            + " || char(10) || coalesce(code, '') || char(10) ||"
                            + " coalesce(call.zone_id, job.zone_id, '') || char(10) ||"
                            + " coalesce(job.id, '')), ?)");
            values.add(text);
        }
        where = "WHERE " + String.join(" AND ", conditions);
    }

    /**
     * A page.
     *
     * @param offset calls left out before it
     */
    List<Call> page(int offset, int limit) throws SQLException {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(limit);
        all.add(offset);
        return Sql.list(
                connection,
                CallList::call,
                SELECT + from + JOB + where + " ORDER BY call.id DESC LIMIT ? OFFSET ?",
                all.toArray());
    }

    int count() throws SQLException {
        return Sql.count(
                connection, "SELECT count(*) FROM " + from + JOB + where, values.toArray());
    }

    static Call call(ResultSet r) throws SQLException {
        return new Call(
                r.getLong("id"),
                Instant.ofEpochMilli(r.getLong("at")),
                r.getString("action"),
                r.getInt("reads") == 1,
                r.getString("zone"),
                r.getString("job_id"),
                number(r, "batch"),
                r.getInt("attempt"),
                r.getLong("took"),
                number(r, "http"),
                r.getString("code"),
                r.getString("request_id"));
    }

    static @Nullable Integer number(ResultSet r, String column) throws SQLException {
        int value = r.getInt(column);
        return r.wasNull() ? null : value;
    }
}

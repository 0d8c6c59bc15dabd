package edgeone.purge.journal.calls;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.Trace;
import edgeone.purge.model.call.TracedJob;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Finds a RequestId or an error code among the calls and in the records of the jobs. */
final class CallTrace {
    /** No request has as many attempts that share a RequestId. */
    private static final int MOST = 100;

    private CallTrace() {}

    /**
     * What has a RequestId.
     *
     * @param id in upper or lower case
     */
    static Trace ofRequest(Connection c, String id) throws SQLException {
        String folded = id.toLowerCase(Locale.ROOT);
        return new Trace(
                calls(c, "lower(request_id) = ?", folded, MOST),
                Sql.list(
                        c,
                        CallTrace::job,
                        "SELECT job_id, batch, at, action, code, request_id FROM request WHERE"
                                + " lower(request_id) = ? ORDER BY id DESC LIMIT ?",
                        folded,
                        MOST));
    }

    /** What met an error code: each job once, with its newest request that did. */
    static Trace ofCode(Connection c, String code, int limit) throws SQLException {
        return new Trace(
                calls(c, "code IS NOT NULL AND code = ?", code, limit),
                Sql.list(
                        c,
                        CallTrace::job,
                        "SELECT job_id, batch, max(at) AS at, action, code, request_id FROM"
                                + " request WHERE code = ? GROUP BY job_id ORDER BY at DESC LIMIT"
                                + " ?",
                        code,
                        limit));
    }

    private static List<Call> calls(Connection c, String condition, String value, int limit)
            throws SQLException {
        return Sql.list(
                c,
                CallList::call,
                CallList.SELECT
                        + "call"
                        + CallList.JOB
                        + "WHERE "
                        + condition
                        + " ORDER BY call.id DESC LIMIT ?",
                value,
                limit);
    }

    private static TracedJob job(ResultSet r) throws SQLException {
        int batch = r.getInt("batch");
        return new TracedJob(
                r.getString("job_id"),
                batch == 0 ? null : batch,
                Instant.ofEpochMilli(r.getLong("at")),
                r.getString("action"),
                r.getString("code"),
                r.getString("request_id"));
    }
}

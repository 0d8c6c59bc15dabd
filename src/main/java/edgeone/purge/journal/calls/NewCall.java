package edgeone.purge.journal.calls;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A call to be recorded, without secrets; see {@link edgeone.purge.model.call.Call}.
 *
 * @param zone kept only if there is no such job
 * @param targets how many targets the request has, if it is that of the batch; else null
 * @param request null if it is that of the batch
 * @param reply null if there was none
 * @param replySize bytes it had; null if there was none
 */
public record NewCall(
        Instant at,
        String action,
        boolean reads,
        @Nullable String zone,
        @Nullable String job,
        @Nullable Integer batch,
        int attempt,
        long tookMillis,
        @Nullable Integer http,
        @Nullable String code,
        @Nullable String requestId,
        @Nullable Integer targets,
        @Nullable Packed request,
        @Nullable Packed reply,
        @Nullable Long replySize) {
    static final String INSERT =
            "INSERT INTO call (at, action, reads, zone_id, job, batch, attempt, took, http, code,"
                    + " request_id, targets, request, reply, reply_size) SELECT ?1, ?2, ?3,"
                    + " CASE WHEN number IS NULL THEN ?4 END, number, ?6, ?7, ?8, ?9, ?10, ?11,"
                    + " ?12, ?13, ?14, ?15 FROM (SELECT (SELECT number FROM job WHERE id = ?5) AS"
                    + " number)";

    /** How much there is to write, in bytes. */
    public int weight() {
        return (request == null ? 0 : request.length()) + (reply == null ? 0 : reply.length());
    }

    void fill(PreparedStatement insert) throws SQLException {
        insert.setLong(1, at.toEpochMilli());
        insert.setString(2, action);
        insert.setInt(3, reads ? 1 : 0);
        insert.setString(4, zone);
        insert.setString(5, job);
        insert.setObject(6, batch);
        insert.setInt(7, attempt);
        insert.setLong(8, tookMillis);
        insert.setObject(9, http);
        insert.setString(10, code);
        insert.setString(11, requestId);
        insert.setObject(12, targets);
        insert.setBytes(13, request == null ? null : request.bytes());
        insert.setBytes(14, reply == null ? null : reply.bytes());
        insert.setObject(15, replySize);
    }
}

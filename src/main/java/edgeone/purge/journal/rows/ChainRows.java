package edgeone.purge.journal.rows;

import edgeone.purge.journal.chain.CanonicalJson;
import edgeone.purge.journal.chain.ChainHash;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/** What the rows of the journal say now, as contents of entries of the chain. */
public final class ChainRows {
    /** A text with its length in bytes before it; {@code -} for none. */
    private static final String PREFIXED = "coalesce(octet_length(%1$s) || ':' || %1$s, '-')";

    private static final String TARGET_LINES =
            "SELECT coalesce(group_concat(position || ',' || batch || ',' || octet_length(target)"
                    + " || ':' || target || char(10), '' ORDER BY position), '') FROM "
                    + BatchRows.TARGETS
                    + " WHERE job_id = ? AND batch = ?";

    private static final String RESULT_LINES =
            "SELECT coalesce(group_concat(position || ',' || state || ',' || "
                    + PREFIXED.formatted("code")
                    + " || ',' || "
                    + PREFIXED.formatted("reason")
                    + " || char(10), '' ORDER BY position), '') FROM "
                    + BatchRows.TARGETS
                    + " WHERE job_id = ? AND batch = ?";

    /** What a number that was replaced by something else is read as. */
    private static final long NO_NUMBER = Long.MIN_VALUE;

    private ChainRows() {}

    /**
     * What never changes of a job, with the digest of its targets.
     *
     * @param withAccount whether to say which account it is by its ID, which is given later to jobs
     *     of an earlier version
     */
    public static String job(
            Connection c, String jobId, int batches, String digest, boolean withAccount)
            throws SQLException {
        return one(
                c,
                r ->
                        new CanonicalJson()
                                .put("account", r.getString("account"))
                                .put("accountId", withAccount ? r.getString("account_id") : null)
                                .put("batches", batches)
                                .put("createdAt", number(r, "created_at"))
                                .put("endpoint", r.getString("endpoint"))
                                .put("host", r.getString("host"))
                                .put("keepsToQuota", number(r, "keeps_to_quota"))
                                .put("keyEnd", r.getString("key_end"))
                                .put("keyFingerprint", r.getString("key_fingerprint"))
                                .put("method", r.getString("method"))
                                .put("origin", r.getString("origin"))
                                .put("prefetch", prefetch(r))
                                .put("program", r.getString("program"))
                                .put("recipe", later(r, "recipe"))
                                .put("retryOf", r.getString("retry_of"))
                                .put("tagDomains", r.getString("tag_domains"))
                                .put("targets", number(r, "n_targets"))
                                .put("targetsDigest", digest)
                                .put("type", r.getString("type"))
                                .put("user", r.getString("os_user"))
                                .put("zoneId", r.getString("zone_id"))
                                .put("zoneName", r.getString("zone_name"))
                                .text(),
                "SELECT * FROM job WHERE id = ?",
                jobId);
    }

    /** How a prefetch fetches; null if nothing is said, and before journals had these columns. */
    private static @Nullable CanonicalJson prefetch(ResultSet r) throws SQLException {
        if (!hasPrefetch(r.getMetaData())) {
            return null;
        }
        String headers = r.getString("prefetch_headers");
        String mode = r.getString("prefetch_mode");
        Long segments = number(r, "prefetch_segments");
        return headers == null && mode == null && segments == null
                ? null
                : new CanonicalJson()
                        .put("headers", headers)
                        .put("mode", mode)
                        .put("segments", segments);
    }

    private static boolean hasPrefetch(ResultSetMetaData row) throws SQLException {
        for (int i = row.getColumnCount(); i > 0; i--) {
            if (row.getColumnName(i).equals("prefetch_mode")) {
                return true;
            }
        }
        return false;
    }

    public static String batch(Connection c, String jobId, int n) throws SQLException {
        return one(
                c,
                r ->
                        new CanonicalJson()
                                .put("attempts", number(r, "attempts"))
                                .put("closedAt", number(r, "closed_at"))
                                .put("code", r.getString("error_code"))
                                .put("likelySent", number(r, "likely_sent"))
                                .put("lookFrom", number(r, "look_from"))
                                .put("message", r.getString("error_message"))
                                .put("quotaFrom", number(r, "quota_from"))
                                .put("requestId", r.getString("request_id"))
                                .put("sentAt", number(r, "sent_at"))
                                .put("state", r.getString("state"))
                                .put("targets", number(r, "targets"))
                                .put("taskId", r.getString("task_id"))
                                .text(),
                "SELECT * FROM batch WHERE job_id = ? AND n = ?",
                jobId,
                n);
    }

    /** How many targets of a batch are in which state, and the digest of their outcomes. */
    public static String results(Connection c, String jobId, int n) throws SQLException {
        CanonicalJson states = new CanonicalJson();
        Sql.each(
                c,
                r -> states.put(r.getString(1), r.getLong(2)),
                "SELECT state, count(*) FROM "
                        + BatchRows.TARGETS
                        + " WHERE job_id = ? AND batch = ? GROUP BY state",
                jobId,
                n);
        String lines = one(c, r -> r.getString(1), RESULT_LINES, jobId, n);
        return new CanonicalJson()
                .put("digest", new ChainHash().add(lines).hex())
                .put("states", states)
                .text();
    }

    /** Whether the targets of a batch are still what they were when the job was submitted. */
    public static boolean pristine(Connection c, String jobId, int n) throws SQLException {
        return Sql.count(
                        c,
                        "SELECT EXISTS (SELECT 1 FROM "
                                + BatchRows.TARGETS
                                + " WHERE job_id = ? AND batch = ? AND (state <> 'pending' OR code"
                                + " IS NOT NULL OR reason IS NOT NULL))",
                        jobId,
                        n)
                == 0;
    }

    /** A batch that has not been sent yet. */
    public static String planned(Connection c, String jobId, int n) throws SQLException {
        long targets =
                Sql.count(
                        c,
                        "SELECT count(*) FROM "
                                + BatchRows.TARGETS
                                + " WHERE job_id = ? AND batch = ?",
                        jobId,
                        n);
        return new CanonicalJson()
                .put("attempts", 0)
                .put("state", "planned")
                .put("targets", targets)
                .text();
    }

    /** How a job ended; null while it runs. */
    public static @Nullable String ended(Connection c, String jobId) throws SQLException {
        return Sql.first(
                c,
                r ->
                        new CanonicalJson()
                                .put("canceled", number(r, "n_canceled"))
                                .put("endedAt", number(r, "ended_at"))
                                .put("failed", number(r, "n_failed"))
                                .put("rejected", number(r, "n_rejected"))
                                .put("state", r.getString("state"))
                                .put("succeeded", number(r, "n_succeeded"))
                                .text(),
                "SELECT * FROM job WHERE id = ? AND ended_at IS NOT NULL",
                jobId);
    }

    public static @Nullable String note(Connection c, String jobId) throws SQLException {
        return Sql.first(
                c,
                r -> note(r.getString(1)),
                "SELECT note FROM job WHERE id = ? AND note IS NOT NULL",
                jobId);
    }

    public static String note(@Nullable String note) {
        return new CanonicalJson().put("note", note).text();
    }

    public static boolean canceled(Connection c, String jobId) throws SQLException {
        return Sql.count(c, "SELECT canceled IS NOT 0 FROM job WHERE id = ?", jobId) != 0;
    }

    /** Whether a job is somebody else's. */
    public static boolean isForeign(Connection c, String jobId) throws SQLException {
        return Sql.count(c, "SELECT origin = 'elsewhere' FROM job WHERE id = ?", jobId) == 1;
    }

    public static String account(
            @Nullable String id, String name, @Nullable String keyFingerprint) {
        return new CanonicalJson()
                .put("id", id)
                .put("keyFingerprint", keyFingerprint)
                .put("name", name)
                .text();
    }

    public static String safety(ResultSet r) throws SQLException {
        return new CanonicalJson()
                .put("account", r.getString("account"))
                .put("accountId", r.getString("account_id"))
                .put("at", number(r, "at"))
                .put("detail", r.getString("detail"))
                .put("event", r.getString("event"))
                .put("row", number(r, "id"))
                .text();
    }

    /**
     * A job that has ended, as a whole.
     *
     * @param job its {@link #job} content
     */
    public static String kept(Connection c, String jobId, List<Integer> batches, String job)
            throws SQLException {
        ChainHash digest = new ChainHash().add(job).add("\n");
        for (int n : batches) {
            digest.add(batch(c, jobId, n)).add("\n").add(results(c, jobId, n)).add("\n");
        }
        String ended = ended(c, jobId);
        digest.add(ended == null ? "" : ended).add("\n");
        return new CanonicalJson().put("digest", digest.hex()).text();
    }

    /** The digest of the targets a job has now, see {@code TargetLines}. */
    public static String targets(Connection c, String jobId, List<Integer> batches)
            throws SQLException {
        ChainHash digest = new ChainHash();
        for (int n : batches) {
            digest.add(one(c, r -> r.getString(1), TARGET_LINES, jobId, n));
        }
        return digest.hex();
    }

    public static List<Integer> batches(Connection c, String jobId) throws SQLException {
        return Sql.list(
                c, r -> r.getInt(1), "SELECT n FROM batch WHERE job_id = ? ORDER BY n", jobId);
    }

    /** A column that is not there yet when the chain of an old journal begins. */
    private static @Nullable String later(ResultSet r, String column) throws SQLException {
        ResultSetMetaData columns = r.getMetaData();
        for (int n = 1; n <= columns.getColumnCount(); n++) {
            if (columns.getColumnName(n).equals(column)) {
                return r.getString(n);
            }
        }
        return null;
    }

    private static @Nullable Long number(ResultSet r, String column) throws SQLException {
        Object value = r.getObject(column);
        if (value == null) {
            return null;
        }
        return value instanceof Number n && !(n instanceof Double) ? n.longValue() : NO_NUMBER;
    }

    private static <T> T one(Connection c, Sql.Row<T> reader, String sql, Object... values)
            throws SQLException {
        T found = Sql.first(c, reader, sql, values);
        if (found == null) {
            throw new IllegalStateException("no row: " + sql);
        }
        return found;
    }
}

package edgeone.purge.journal.probes;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;
import edgeone.purge.model.probe.ProbeTrouble;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.model.probe.Verdict.Reason;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Writes and reads rows of {@code probe} and {@code verdict}. */
final class ProbeRows {
    private static final String INSERT =
            "INSERT OR REPLACE INTO probe (job_id, position, after, edge, took, http, cache_status,"
                    + " age, date, etag, last_modified, vary, bytes, cut, sha256, location, log_id,"
                    + " trouble, detail) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private ProbeRows() {}

    static void insert(Connection c, String jobId, int position, boolean after, Probe probe)
            throws SQLException {
        String edge = probe.edge() == null ? "" : probe.edge();
        switch (probe.outcome()) {
            case Answer answer -> insert(c, jobId, position, after, edge, probe.millis(), answer);
            case Failure failure ->
                    Sql.update(
                            c,
                            "INSERT OR REPLACE INTO probe (job_id, position, after, edge, took,"
                                    + " trouble, detail) VALUES (?,?,?,?,?,?,?)",
                            jobId,
                            position,
                            after ? 1 : 0,
                            edge,
                            probe.millis(),
                            failure.trouble().label(),
                            failure.detail());
        }
    }

    private static void insert(
            Connection c,
            String jobId,
            int position,
            boolean after,
            String edge,
            long millis,
            Answer answer)
            throws SQLException {
        Sql.update(
                c,
                INSERT,
                jobId,
                position,
                after ? 1 : 0,
                edge,
                millis,
                answer.http(),
                answer.cacheStatus(),
                answer.age(),
                answer.date(),
                answer.etag(),
                answer.lastModified(),
                answer.vary(),
                answer.bytes(),
                answer.cut(),
                answer.sha256(),
                answer.location(),
                answer.logId(),
                null,
                null);
    }

    /** Reads a row of {@code probe} with the target it is about. */
    static Probe probe(ResultSet r) throws SQLException {
        String edge = r.getString("edge");
        String trouble = r.getString("trouble");
        return new Probe(
                r.getString("target"),
                edge.isEmpty() ? null : edge,
                r.getLong("took"),
                trouble == null ? answer(r) : failure(trouble, r.getString("detail")));
    }

    private static Failure failure(String trouble, @Nullable String detail) {
        return new Failure(
                ProbeTrouble.ofLabel(trouble).orElse(ProbeTrouble.BROKEN),
                detail == null ? "" : detail);
    }

    private static Answer answer(ResultSet r) throws SQLException {
        Instant date = Sql.instant(r, "date");
        return new Answer(
                r.getInt("http"),
                r.getString("cache_status"),
                number(r, "age"),
                date,
                r.getString("etag"),
                r.getString("last_modified"),
                r.getString("vary"),
                number(r, "bytes"),
                number(r, "cut"),
                r.getString("sha256"),
                r.getString("location"),
                r.getString("log_id"));
    }

    private static @Nullable Long number(ResultSet r, String column) throws SQLException {
        long number = r.getLong(column);
        return r.wasNull() ? null : number;
    }

    static void insert(Connection c, String jobId, int position, Verdict verdict)
            throws SQLException {
        Reason reason = verdict.reason();
        Sql.update(
                c,
                "INSERT OR REPLACE INTO verdict (job_id, position, kind, reason, edge, detail)"
                        + " VALUES (?,?,?,?,?,?)",
                jobId,
                position,
                verdict.kind().label(),
                reason == null ? null : reason.label(),
                verdict.at(),
                verdict.detail());
    }

    static Verdict verdict(ResultSet r) throws SQLException {
        String reason = r.getString("reason");
        return new Verdict(
                Kind.ofLabel(r.getString("kind")).orElse(Kind.UNCLEAR),
                Optional.ofNullable(reason).flatMap(Reason::ofLabel).orElse(null),
                r.getString("edge"),
                r.getString("detail"));
    }
}

package edgeone.purge.journal.rows;

import edgeone.purge.journal.chain.CanonicalJson;
import edgeone.purge.journal.chain.ChainHash;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** What the journal says now of the verification of a job, as content of an entry of the chain. */
public final class ChainVerdicts {
    private static final List<String> ORDER =
            List.of("edges", "sample", "seed", "allow_private", "before_at");
    private static final List<String> VERDICT =
            List.of("position", "kind", "reason", "edge", "detail");
    private static final List<String> PROBE =
            List.of(
                    "position",
                    "after",
                    "edge",
                    "took",
                    "http",
                    "cache_status",
                    "age",
                    "date",
                    "etag",
                    "last_modified",
                    "vary",
                    "bytes",
                    "cut",
                    "sha256",
                    "location",
                    "log_id",
                    "trouble",
                    "detail");

    private ChainVerdicts() {}

    /**
     * The verdicts counted, with a digest of them, of all probes and of what was asked for; null
     * while there are none.
     */
    public static @Nullable String of(Connection c, String jobId) throws SQLException {
        Long at =
                Sql.first(
                        c,
                        r -> r.getLong(1),
                        "SELECT after_at FROM verification WHERE job_id = ? AND after_at IS NOT"
                                + " NULL",
                        jobId);
        CanonicalJson counts = new CanonicalJson();
        int kinds =
                Sql.list(
                                c,
                                r -> counts.put(r.getString(1), r.getLong(2)),
                                "SELECT kind, count(*) FROM verdict WHERE job_id = ? GROUP BY kind",
                                jobId)
                        .size();
        if (at == null && kinds == 0) {
            return null;
        }
        ChainHash digest = new ChainHash();
        add(c, digest, ORDER, "verification", jobId, "job_id");
        add(c, digest, VERDICT, "verdict", jobId, "position");
        add(c, digest, PROBE, "probe", jobId, "position, after, edge");
        return new CanonicalJson()
                .put("at", at)
                .put("digest", digest.hex())
                .put("verdicts", counts)
                .text();
    }

    private static void add(
            Connection c,
            ChainHash digest,
            List<String> columns,
            String table,
            String jobId,
            String order)
            throws SQLException {
        String line =
                columns.stream()
                        .map("coalesce(octet_length(%1$s) || ':' || %1$s, '-')"::formatted)
                        .collect(Collectors.joining(" || ',' || "));
        Sql.each(
                c,
                r -> digest.add(r.getString(1)).add("\n"),
                "SELECT " + line + " FROM " + table + " WHERE job_id = ? ORDER BY " + order,
                jobId);
    }
}

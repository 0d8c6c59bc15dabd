package edgeone.purge.team.audit;

import edgeone.purge.journal.chain.ChainHash;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Compares the rows of one job with what its machine's entries say. */
final class PublishedJob {
    /** What came of a job's check. */
    enum Verdict {
        WHOLE,
        /** The rows of an entry come with a later one, which is not published yet. */
        INCOMPLETE,
        BROKEN
    }

    private static final String LATEST =
            """
            SELECT t.position, coalesce(r.state, 'pending'), r.code, r.reason FROM target AS t
            LEFT JOIN LATERAL (SELECT state, code, reason FROM result AS r WHERE r.job_id = t.job_id
              AND r.created_at = t.created_at AND r.position = t.position ORDER BY n DESC LIMIT 1) AS r ON true
            WHERE t.job_id = ? AND t.created_at = ? AND t.batch = ? ORDER BY t.position
            """;

    private final Connection connection;
    private final String machine;
    private final String id;
    private final Timestamp createdAt;
    private final long newest;
    private final Map<String, Said> last = new HashMap<>();

    PublishedJob(Connection connection, String machine, String id, Instant createdAt, long newest) {
        this.connection = connection;
        this.machine = machine;
        this.id = id;
        this.createdAt = Timestamp.from(createdAt);
        this.newest = newest;
    }

    /**
     * The last entry about something.
     *
     * @param n its number; that of a kept job's entry for the parts of that
     */
    private record Said(long n, Json content, String text, @Nullable Long overtakenBy) {}

    Verdict check() throws SQLException {
        read();
        Said job = last.get("job");
        if (job == null) {
            // Its beginning went with a month that retention removed.
            return Verdict.WHOLE;
        }
        if (!new JobRow(connection, id, createdAt)
                .isAs(job.content(), content("ended"), last("note"), last.containsKey("cancel"))) {
            return Verdict.BROKEN;
        }
        boolean incomplete = isToCome(job);
        if (!incomplete && !targetsDigest().equals(job.content().text("targetsDigest"))) {
            return Verdict.BROKEN;
        }
        for (int n : batches()) {
            Said results = last.get("results " + n);
            if (!new BatchRow(connection, id, createdAt, n)
                    .isAs(content("batch " + n), results == null ? null : results.content())) {
                return Verdict.BROKEN;
            }
            if (incomplete || (results != null && isToCome(results))) {
                incomplete = true;
            } else if (!resultsAreAs(n, results)) {
                return Verdict.BROKEN;
            }
        }
        return incomplete ? Verdict.INCOMPLETE : Verdict.WHOLE;
    }

    private boolean isToCome(Said said) {
        Long by = said.overtakenBy();
        return by != null && by > newest;
    }

    private @Nullable Json content(String subject) {
        Said said = last.get(subject);
        return said == null ? null : said.content();
    }

    private @Nullable String last(String subject) {
        Json content = content(subject);
        return content == null ? null : content.text("note");
    }

    private void read() throws SQLException {
        Sql.each(
                connection,
                r -> {
                    String kind = r.getString(1);
                    int batch = r.getInt(2);
                    Json detail = Json.of(r.getString(5));
                    Json content = Json.of(r.getString(4));
                    if (kind.equals("kept")) {
                        kept(r.getLong(3), content, detail);
                    } else {
                        if (kind.equals("job")) {
                            // What came before belongs to another cut into batches.
                            last.keySet()
                                    .removeIf(s -> s.startsWith("results ") || s.equals("ended"));
                        }
                        String subject = batch == 0 ? kind : kind + " " + batch;
                        last.put(
                                subject,
                                new Said(
                                        r.getLong(3),
                                        content,
                                        r.getString(4),
                                        detail.number("overtakenBy")));
                    }
                },
                "SELECT kind, coalesce(batch, 0), n, content, detail::text FROM entry WHERE job_id"
                        + " = ? AND machine = ?::uuid ORDER BY n",
                id,
                machine);
    }

    /** The parts of a kept job count only if its digest is over them. */
    private void kept(long n, Json content, Json detail) {
        String job = detail.text("job");
        String ended = Objects.requireNonNullElse(detail.text("ended"), "");
        ChainHash digest = new ChainHash().add(String.valueOf(job)).add("\n");
        for (Json batch : detail.list("batches")) {
            digest.add(String.valueOf(batch.text("batch"))).add("\n");
            digest.add(String.valueOf(batch.text("results"))).add("\n");
        }
        digest.add(ended).add("\n");
        if (!digest.hex().equals(content.text("digest"))) {
            last.put("job", new Said(n, Json.of("{}"), "", null));
            return;
        }
        put("job", n, job);
        put("ended", n, ended);
        for (Json batch : detail.list("batches")) {
            put("batch " + batch.number("n"), n, batch.text("batch"));
            put("results " + batch.number("n"), n, batch.text("results"));
        }
    }

    private void put(String subject, long n, @Nullable String content) {
        if (content != null && !content.isEmpty()) {
            last.put(subject, new Said(n, Json.of(content), content, null));
        }
    }

    private List<Integer> batches() throws SQLException {
        TreeSet<Integer> all =
                new TreeSet<>(
                        Sql.list(
                                connection,
                                r -> r.getInt(1),
                                "SELECT n FROM batch WHERE job_id = ? AND created_at = ?",
                                id,
                                createdAt));
        last.keySet().stream()
                .filter(s -> s.startsWith("batch ") || s.startsWith("results "))
                .map(s -> Integer.valueOf(s.substring(s.indexOf(' ') + 1)))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private String targetsDigest() throws SQLException {
        ChainHash digest = new ChainHash();
        Sql.each(
                connection,
                r -> {
                    String target = r.getString(3);
                    digest.add(r.getInt(1) + "," + r.getInt(2) + "," + prefixed(target) + "\n");
                },
                "SELECT position, batch, target FROM target WHERE job_id = ? AND created_at = ?"
                        + " ORDER BY batch, position",
                id,
                createdAt);
        return digest.hex();
    }

    private boolean resultsAreAs(int batch, @Nullable Said said) throws SQLException {
        ChainHash digest = new ChainHash();
        boolean[] pristine = {true};
        Sql.each(
                connection,
                r -> {
                    String state = r.getString(2);
                    String code = r.getString(3);
                    String reason = r.getString(4);
                    pristine[0] &= state.equals("pending") && code == null && reason == null;
                    digest.add(
                            r.getInt(1)
                                    + ","
                                    + state
                                    + ","
                                    + prefixed(code)
                                    + ","
                                    + prefixed(reason)
                                    + "\n");
                },
                LATEST,
                id,
                createdAt,
                batch);
        return said == null ? pristine[0] : digest.hex().equals(said.content().text("digest"));
    }

    private static String prefixed(@Nullable String text) {
        return text == null ? "-" : text.getBytes(StandardCharsets.UTF_8).length + ":" + text;
    }
}

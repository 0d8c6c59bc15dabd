package edgeone.purge.benchmark;

import edgeone.purge.team.db.TeamSchema;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * Fills a team's database: a year of jobs of twenty machines, by {@code COPY}. The same seed gives
 * the same history.
 */
final class TeamGenerator {
    private static final Duration YEAR = Duration.ofDays(320);

    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(YEAR);
    private static final int MACHINES = 20;
    private static final int CHUNK = 5_000;
    private static final String[] TYPES = {"purge_url", "purge_url", "purge_url", "purge_prefix"};
    private static final String[] WORDS = {"shop", "images", "news", "a", "中文页", "static"};

    private final Random random = new Random(20_261_126);
    private final Connection connection;
    private final int jobs;
    private final int targetsAJob;
    private long targets;

    /**
     * @param targetsAJob on average
     */
    TeamGenerator(Connection connection, int jobs, int targetsAJob) {
        this.connection = connection;
        this.jobs = jobs;
        this.targetsAJob = targetsAJob;
    }

    /** Makes schema and partitions, and fills them; returns how many targets there are. */
    long write() throws SQLException {
        TeamSchema.migrate(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = edgeone_purge");
            statement.execute(
                    "SELECT make_month(now() - i * interval '1 month') FROM generate_series(0, 11)"
                            + " i");
            statement.execute(
                    "INSERT INTO machine (id, host, os_user, program) SELECT lpad(i::text, 32,"
                        + " '0')::uuid, 'desk-' || i, 'person-' || i, '1.0' FROM generate_series(0,"
                        + " 19) i");
            // Built at once it takes a fraction of the time.
            statement.execute("DROP INDEX search_text");
            for (int from = 0; from < jobs; from += CHUNK) {
                chunk(from, Math.min(jobs, from + CHUNK));
            }
            statement.execute("SET maintenance_work_mem = '256MB'");
            statement.execute("CREATE INDEX search_text ON search USING gin (text gin_trgm_ops)");
            statement.execute("RESET maintenance_work_mem");
            statement.execute("ANALYZE");
        }
        return targets;
    }

    private void chunk(int from, int to) throws SQLException {
        StringBuilder job = new StringBuilder();
        StringBuilder batch = new StringBuilder();
        StringBuilder target = new StringBuilder();
        StringBuilder result = new StringBuilder();
        for (int i = from; i < to; i++) {
            int size = 1 + random.nextInt(2 * targetsAJob - 1);
            int failed = random.nextInt(40) == 0 ? 1 : 0;
            boolean running = i > jobs - 20;
            String id = "job-" + i;
            Instant at = first.plusMillis(YEAR.toMillis() / jobs * i);
            int machine = random.nextInt(MACHINES);
            int site = random.nextInt(50);
            job.append(
                    String.join(
                            "\t",
                            id,
                            at.toString(),
                            "%032d".formatted(machine),
                            "person-" + machine,
                            "desk-" + machine,
                            "1.0",
                            "publisher",
                            "account-" + machine % 5,
                            "id-" + machine,
                            "f",
                            "https://teo.tencentcloudapi.com",
                            "zone-" + site,
                            "site" + site + ".example.com",
                            TYPES[random.nextInt(TYPES.length)],
                            "",
                            String.valueOf(size),
                            random.nextInt(10) == 0 ? "OPS-" + i : "\\N",
                            running ? "running" : failed > 0 ? "partly_failed" : "succeeded",
                            running ? "0" : String.valueOf(size - failed),
                            running ? "0" : String.valueOf(failed),
                            running ? "\\N" : at.plusSeconds(7).toString()));
            job.append('\n');
            batch.append(
                    String.join(
                            "\t",
                            id,
                            at.toString(),
                            "1",
                            "accepted",
                            String.valueOf(size),
                            "task-" + Long.toHexString(random.nextLong()),
                            "request-" + Long.toHexString(random.nextLong()),
                            at.toString()));
            batch.append('\n');
            for (int p = 1; p <= size; p++) {
                String key = id + "\t" + at + "\t" + p;
                target.append(key).append("\t1\t").append(url(site)).append('\n');
                result.append(key).append("\t").append(2L * i).append("\t1\t");
                result.append(running ? "accepted" : p <= failed ? "failed" : "succeeded");
                result.append(p <= failed && !running ? "\tinternal error\n" : "\t\\N\n");
            }
            targets += size;
        }
        copy(
                "job (id, created_at, machine, person, host, program, db_user, account, account_id,"
                        + " key_fingerprint, endpoint, zone_id, zone_name, type, tag_domains,"
                        + " n_targets, note, state, n_succeeded, n_failed, ended_at)",
                job);
        copy("batch (job_id, created_at, n, state, targets, task_id, request_id, sent_at)", batch);
        copy("target (job_id, created_at, position, batch, target)", target);
        copy("result (job_id, created_at, position, n, batch, state, reason)", result);
    }

    private String url(int site) {
        return "https://www.site"
                + site
                + ".example.com/"
                + WORDS[random.nextInt(WORDS.length)]
                + "/"
                + Long.toHexString(random.nextLong())
                + (random.nextBoolean() ? ".html" : "?v=" + random.nextInt(1_000));
    }

    private void copy(String into, StringBuilder rows) throws SQLException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + into + " FROM STDIN");
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }
}

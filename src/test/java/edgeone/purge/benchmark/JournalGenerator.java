package edgeone.purge.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Random;

/**
 * Writes a journal of the schema before the index of targets: many small jobs and a large one. The
 * same seed gives the same journal.
 */
public final class JournalGenerator {
    static final String ENDPOINT = "http://127.0.0.1:1";
    private static final long FIRST = 1_700_000_000_000L;
    private static final int[] SIZES = {1, 1, 1, 2, 2, 3, 5, 8, 20, 47};
    private static final String[] STATES = {"succeeded", "succeeded", "succeeded", "failed"};

    private final Random random = new Random(20_261_126);
    private final int jobs;
    private final int large;

    /**
     * @param large targets of the large job, the seventh from the end
     */
    public JournalGenerator(int jobs, int large) {
        this.jobs = jobs;
        this.large = large;
    }

    /**
     * Writes it into a home folder.
     *
     * @return how many targets it has
     */
    public int write(Path home) throws IOException, SQLException {
        Files.createDirectories(home);
        int targets = 0;
        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = c.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = OFF");
            for (String script :
                    new String[] {"V1__jobs", "V2__likely_sent", "V3__account_identity"}) {
                for (String sql : script(script).replaceAll("--[^\n]*", "").split(";")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            statement.execute("PRAGMA user_version = 3");
            statement.execute(
                    "INSERT INTO account VALUES ('a-0', 'production'), ('a-1', 'staging')");
            c.setAutoCommit(false);
            try (PreparedStatement job =
                            c.prepareStatement(
                                    "INSERT INTO job (id, created_at, account, account_id,"
                                        + " key_fingerprint, endpoint, zone_id, zone_name, type,"
                                        + " tag_domains, ended_at, n_succeeded, n_failed,"
                                        + " n_rejected, n_canceled) VALUES"
                                        + " (?,?,?,?,'0123456789ab',?,?,?,'purge_url','',?,?,?,0,0)");
                    PreparedStatement batch =
                            c.prepareStatement(
                                    "INSERT INTO batch (job_id, n, state, targets, task_id,"
                                            + " request_id, attempts, sent_at) VALUES"
                                            + " (?,?,'accepted',?,?,?,1,?)");
                    PreparedStatement target =
                            c.prepareStatement(
                                    "INSERT INTO target (job_id, position, batch, target, state,"
                                            + " reason) VALUES (?,?,?,?,?,?)")) {
                for (int i = 0; i < jobs; i++) {
                    int size = i == jobs - 7 ? large : SIZES[random.nextInt(SIZES.length)];
                    targets += size;
                    add(job, batch, target, i, size);
                    if (i % 1_000 == 0) {
                        batch(job, batch, target);
                    }
                }
                batch(job, batch, target);
            }
            c.commit();
        }
        return targets;
    }

    private static void batch(PreparedStatement... statements) throws SQLException {
        for (PreparedStatement statement : statements) {
            statement.executeBatch();
        }
    }

    private void add(
            PreparedStatement job,
            PreparedStatement batch,
            PreparedStatement target,
            int number,
            int size)
            throws SQLException {
        String id = "26%04d-%06d-%08x".formatted(number % 10_000, number, random.nextInt());
        long at = FIRST + number * 60_000L;
        int zone = random.nextInt(50);
        int account = random.nextInt(2);
        String state = STATES[random.nextInt(STATES.length)];
        boolean failed = state.equals("failed");
        set(
                job,
                id,
                at,
                account == 0 ? "production" : "staging",
                "a-" + account,
                ENDPOINT,
                "zone-%012x".formatted(zone),
                "site%d.example.com".formatted(zone),
                at + 9_000,
                failed ? 0 : size,
                failed ? size : 0);
        int position = 1;
        for (int n = 1; (n - 1) * 1_000 < size; n++) {
            int of = Math.min(1_000, size - (n - 1) * 1_000);
            set(
                    batch,
                    id,
                    n,
                    of,
                    "%016x".formatted(random.nextLong()),
                    "%08x-%04x".formatted(random.nextInt(), random.nextInt(65_536)),
                    at);
            for (int i = 0; i < of; i++) {
                set(
                        target,
                        id,
                        position++,
                        n,
                        url(zone),
                        state,
                        failed ? "domain not valid" : null);
            }
        }
    }

    private String url(int zone) {
        return "https://www.site%d.example.com/%s/%s/%06x.html?v=%d"
                .formatted(
                        zone, word(40), word(20_000), random.nextInt(1 << 24), random.nextInt(100));
    }

    /** One of so many words, each always the same. */
    private String word(int of) {
        Random letters = new Random(random.nextInt(of));
        StringBuilder word = new StringBuilder();
        for (int i = 4 + letters.nextInt(7); i > 0; i--) {
            word.append((char) ('a' + letters.nextInt(26)));
        }
        return word.toString();
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static String script(String name) throws IOException {
        try (var in =
                JournalGenerator.class.getResourceAsStream(
                        "/edgeone/purge/journal/file/" + name + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

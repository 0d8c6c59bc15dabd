package edgeone.purge.journal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.AccountRepository;
import edgeone.purge.journal.AuditRepository;
import edgeone.purge.journal.JobRepository.QuotaLimit;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.QuotaRepository;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.audit.ChainCheck;
import edgeone.purge.journal.audit.ChainRepository;
import edgeone.purge.journal.chain.ChainReport;
import edgeone.purge.journal.chain.ChainReport.Broken;
import edgeone.purge.journal.chain.Entry;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.journal.probes.VerificationRepository.Placed;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.ProbeTrouble;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.model.probe.Verdict.Reason;
import edgeone.purge.model.probe.VerifyOrder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whatever is changed in the journal behind the program's back is found and named. */
final class ChainTest {
    private static final String TEXT = "text";
    private static final String BLOB = "blob";

    /** What the chain does not cover: who works on a job now, and what the search needs. */
    private static final Set<String> NOT_COVERED =
            Set.of("job.owner", "job.number", "job.numbers", "job.characters");

    @TempDir private Path home;
    private Connection connection;

    @BeforeEach
    void fill() throws Exception {
        try (OpenJournal journal = new OpenJournal(home)) {
            journal.create("j1", List.of("a", "b"), List.of("c"));
            journal.send("j1", 1);
            journal.batches.accepted("j1", 1, "t1", "r1", Map.of("b", "domain not valid"));
            journal.lose("j1", 2);
            journal.unknown.adopt("j1", 2, "t2", Set.of(), "lost");
            for (int n = 1; n <= 2; n++) {
                journal.progress.progressed(
                        "j1",
                        n,
                        Map.of(
                                n == 1 ? "a" : "c",
                                new Fate(TargetState.FAILED, "origin gone", "taskFailed")));
            }
            verify(journal.file(), "j1");
            journal.create("j2", List.of("d"), List.of("e"));
            journal.send("j2", 1);
            journal.jobs.cancel("j2");
            new AuditRepository(journal.file())
                    .add(
                            new AuditRepository.Entry(
                                    OpenJournal.NOW, "account", "account-1", "lowered", "to x"));
        }
        connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        connection.setAutoCommit(false);
    }

    /** As a verification leaves a job, with an answer of the edge and one that failed. */
    private static void verify(Journal journal, String job) {
        Clock clock = Clock.fixed(OpenJournal.NOW, ZoneOffset.UTC);
        VerificationRepository verification = new VerificationRepository(journal, clock);
        VerifyOrder order = new VerifyOrder(List.of("192.0.2.1", "192.0.2.2"), 2, 7, false);
        journal.change(c -> VerificationRepository.order(c, job, order));
        Answer answer =
                new Answer(
                        200,
                        "MISS",
                        0L,
                        OpenJournal.NOW,
                        "\"e\"",
                        "Mon, 05 Jan 2026 08:00:00 GMT",
                        "Accept",
                        3L,
                        3L,
                        "ab12",
                        "/there",
                        "log-1");
        Probe.Failure failure = new Probe.Failure(ProbeTrouble.BROKEN, "cut");
        verification.add(
                job,
                true,
                List.of(
                        new Placed(1, new Probe("a", "192.0.2.1", 12, answer)),
                        new Placed(1, new Probe("a", "192.0.2.2", 12, failure))));
        verification.judged(
                job, Map.of(1, new Verdict(Kind.UNCLEAR, Reason.TOO_CLOSE, "192.0.2.1", "why")));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private ChainReport check() throws SQLException {
        return new ChainCheck(connection, null, () -> false).check();
    }

    /** What is found after a change, which is taken back. */
    private Broken broken(String sql, Object... values) throws SQLException {
        try {
            assertThat(Sql.update(connection, sql, values)).as(sql).isPositive();
            return check().broken();
        } finally {
            connection.rollback();
        }
    }

    private long entries() throws SQLException {
        return Sql.count(connection, "SELECT count(*) FROM entry");
    }

    @Test
    void whatTheProgramWroteIsIntact() throws Exception {
        ChainReport report = check();
        assertThat(report.isIntact()).isTrue();
        assertThat(report.entries()).isEqualTo(entries()).isGreaterThan(12);
    }

    @Test
    void anyByteOfAnyEntryFlippedIsFound() throws Exception {
        int flips = 0;
        for (Map.Entry<String, String> column :
                Map.of(
                                "kind",
                                TEXT,
                                "job_id",
                                TEXT,
                                "content",
                                TEXT,
                                "previous",
                                BLOB,
                                "hash",
                                BLOB)
                        .entrySet()) {
            String name = column.getKey();
            for (long n = 1; n <= entries(); n++) {
                byte[] value =
                        Sql.first(
                                connection,
                                r -> r.getBytes(1) == null ? new byte[0] : r.getBytes(1),
                                "SELECT CAST(" + name + " AS BLOB) FROM entry WHERE n = ?",
                                n);
                for (int i = 0; i < value.length; i++) {
                    value[i] = (byte) (value[i] ^ 1 << flips % 8);
                    Broken found =
                            broken(
                                    "UPDATE entry SET "
                                            + name
                                            + (column.getValue().equals(TEXT)
                                                    ? " = CAST(? AS TEXT)"
                                                    : " = ?")
                                            + " WHERE n = ?",
                                    value.clone(),
                                    n);
                    assertThat(found)
                            .as("%s of %d, byte %d", name, n, i)
                            .isEqualTo(new Broken.Entry(n));
                    value[i] = (byte) (value[i] ^ 1 << flips % 8);
                    flips++;
                }
            }
        }
        assertThat(flips).isGreaterThan(1_000);
    }

    @Test
    void anyBitOfAnyNumberFlippedIsFound() throws Exception {
        for (String name : List.of("n", "at", "batch")) {
            for (long n = 1; n <= entries(); n++) {
                for (int bit = 0; bit < 63; bit++) {
                    long changed =
                            Sql.first(
                                            connection,
                                            r -> r.getLong(1),
                                            "SELECT coalesce("
                                                    + name
                                                    + ", 0) FROM entry WHERE n = ?",
                                            n)
                                    ^ 1L << bit;
                    if (name.equals("n") && changed <= entries()) {
                        continue;
                    }
                    assertThat(broken("UPDATE entry SET " + name + " = ? WHERE n = ?", changed, n))
                            .as("%s of %d, bit %d", name, n, bit)
                            .isEqualTo(new Broken.Entry(n));
                }
            }
        }
    }

    @Test
    void anEntryRemovedIsFound() throws Exception {
        for (long n = 1; n < entries(); n++) {
            assertThat(broken("DELETE FROM entry WHERE n = ?", n)).isEqualTo(new Broken.Entry(n));
        }
    }

    /** The rows tell what the chain no longer does. */
    @Test
    void theLastEntryRemovedIsFoundByTheRows() throws Exception {
        assertThat(broken("DELETE FROM entry WHERE n = ?", entries()))
                .isEqualTo(new Broken.Safety(1));
        assertThat(broken("DELETE FROM entry WHERE n >= ?", entries() - 1))
                .isEqualTo(new Broken.Job("j2"));
    }

    @Test
    void twoEntriesExchangedAreFound() throws Exception {
        for (long n = 1; n < entries(); n++) {
            Sql.update(connection, "UPDATE entry SET n = -1 WHERE n = ?", n);
            Sql.update(connection, "UPDATE entry SET n = ? WHERE n = ?", n, n + 1);
            assertThat(broken("UPDATE entry SET n = ? WHERE n = -1", n + 1))
                    .isEqualTo(new Broken.Entry(n));
        }
    }

    /** Even with a hash that fits itself and the one before. */
    @Test
    void anEntryPutInIsFound() throws Exception {
        for (long n = 2; n < entries(); n++) {
            Sql.update(connection, "UPDATE entry SET n = -n WHERE n >= ?", n);
            Sql.update(connection, "UPDATE entry SET n = 1 - n WHERE n < 0");
            Chain.Head before =
                    Sql.first(
                            connection,
                            r -> new Chain.Head(r.getLong(1), Chain.hex(r, "hash")),
                            "SELECT n, hash FROM entry WHERE n = ?",
                            n - 1);
            Entry entry = new Entry(n, 7, "note", "j1", null, "{}", before.hash());
            // The one put in is sound in itself; the next one does not follow it.
            assertThat(put(entry)).isIn(new Broken.Entry(n), new Broken.Entry(n + 1));
        }
    }

    private Broken put(Entry entry) throws SQLException {
        return broken(
                "INSERT INTO entry (n, at, kind, job_id, content, previous, hash) VALUES"
                        + " (?,?,?,?,?,?,?)",
                entry.n(),
                entry.at(),
                entry.kind(),
                entry.job(),
                entry.content(),
                HexFormat.of().parseHex(entry.previous()),
                HexFormat.of().parseHex(entry.hash()));
    }

    /** Written anew with the hash that belongs to it. */
    @Test
    void anEntryChangedTogetherWithItsHashIsFound() throws Exception {
        for (long n = 1; n < entries(); n++) {
            Entry entry = Sql.first(connection, Chain::entry, "SELECT * FROM entry WHERE n = ?", n);
            Entry changed =
                    new Entry(
                            n,
                            entry.at(),
                            entry.kind(),
                            entry.job(),
                            entry.batch(),
                            "{}",
                            entry.previous());
            assertThat(
                            broken(
                                    "UPDATE entry SET content = '{}', hash = ? WHERE n = ? AND"
                                            + " content <> '{}'",
                                    HexFormat.of().parseHex(changed.hash()),
                                    entry.content().equals("{}") ? n - 1 : n))
                    .isIn(new Broken.Entry(n), new Broken.Entry(n - 1));
        }
    }

    @Test
    void anyColumnOfAnyRowOfTheHistoryChangedIsFound() throws Exception {
        for (String table : List.of("job", "batch", "target", "audit")) {
            for (String column :
                    Sql.list(
                            connection,
                            r -> r.getString("name"),
                            "PRAGMA table_info(" + table + ")")) {
                if (NOT_COVERED.contains(table + "." + column)
                        || column.equals("id") && table.equals("audit")) {
                    continue;
                }
                String key = table.equals("target") || table.equals("batch") ? "job_id" : "id";
                for (String value : List.of("'changed'", "coalesce(" + column + ", 0) + 77")) {
                    assertThat(broken(changing(table, column, key, value)))
                            .as("%s.%s = %s", table, column, value)
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void anyColumnOfProbesAndVerdictsChangedIsFoundAndARowRemoved() throws Exception {
        for (String table : List.of("verification", "verdict", "probe")) {
            Map<String, String> columns = new HashMap<>();
            Sql.each(
                    connection,
                    r -> columns.put(r.getString("name"), r.getString("type")),
                    "PRAGMA table_info(" + table + ")");
            columns.forEach(
                    (column, type) -> {
                        String value =
                                type.equals("TEXT")
                                        ? "coalesce(" + column + ", '') || 'x'"
                                        : "coalesce(" + column + ", 0) + 77";
                        assertThat(changed("UPDATE " + table + " SET " + column + " = " + value))
                                .as("%s.%s", table, column)
                                .isNotNull();
                    });
            assertThat(changed("DELETE FROM " + table)).as(table).isNotNull();
        }
    }

    private Broken changed(String sql) {
        try {
            return broken(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aVerdictPutInIsFound() throws Exception {
        assertThat(broken("INSERT INTO verdict (job_id, position, kind) VALUES ('j2', 1, 'fresh')"))
                .isEqualTo(new Broken.Job("j2"));
    }

    /** Changes the last row of a table. */
    private static String changing(String table, String column, String key, String value) {
        String order =
                switch (table) {
                    case "batch" -> "(job_id, n) = (SELECT job_id, n FROM batch ORDER BY 1, 2 DESC";
                    case "target" ->
                            "(job_id, position) = (SELECT job_id, position FROM target ORDER BY 1"
                                    + " DESC, 2 DESC";
                    default -> key + " = (SELECT " + key + " FROM " + table + " ORDER BY 1";
                };
        return "UPDATE "
                + table
                + " SET "
                + column
                + " = "
                + value
                + " WHERE "
                + order
                + " LIMIT 1)";
    }

    /** Held back from the start, cut in two, refused for want of quota, and let go. */
    @Test
    void whatWaitsForQuotaIsCovered() throws Exception {
        Instant reset = OpenJournal.NOW.plusSeconds(3_600);
        try (OpenJournal journal = new OpenJournal(home)) {
            QuotaRepository quota = new QuotaRepository(journal.file(), Clock.systemUTC());
            journal.jobs.create(
                    OpenJournal.job("j3"),
                    List.of(List.of("f", "g"), List.of("h", "i"), List.of("k")),
                    new QuotaLimit(1, reset));
            assertIntact(journal);
            journal.send("j3", 1);
            journal.batches.accepted("j3", 1, "t3", null, Map.of("g", "domain not valid"));
            quota.share("j3", 0, 1, reset);
            assertThat(journal.batch("j3", 4).targets()).isOne();
            assertIntact(journal);
            quota.share("j3", 1, 0, reset.plusSeconds(1));
            assertIntact(journal);
            journal.send("j3", 2);
            quota.refused("j3", 2, "LimitExceeded.DailyQuota", "none left", "r", reset);
            assertIntact(journal);
            quota.share("j3", 3, 0, reset);
        }
        for (String change :
                List.of(
                        "UPDATE batch SET quota_from = 1 WHERE job_id = 'j3' AND n = 4",
                        "UPDATE job SET keeps_to_quota = 0 WHERE id = 'j3'",
                        "UPDATE target SET batch = 2 WHERE job_id = 'j3' AND batch = 4",
                        "UPDATE target SET reason = 'other' WHERE job_id = 'j3' AND target ="
                                + " 'g'")) {
            assertThat(broken(change)).as(change).isEqualTo(new Broken.Job("j3"));
        }
        assertThat(check().broken()).isNull();
    }

    private static void assertIntact(OpenJournal journal) {
        assertThat(new ChainRepository(journal.file()).verify(null, () -> false).broken()).isNull();
    }

    @Test
    void aJobIsNamedWhenItsRowsChange() throws Exception {
        Broken first = new Broken.Job("j1");
        assertThat(broken("UPDATE target SET target = 'x' WHERE job_id = 'j1' AND position = 2"))
                .isEqualTo(first);
        assertThat(
                        broken(
                                "UPDATE target SET state = 'succeeded', reason = NULL WHERE job_id"
                                        + " = 'j1' AND position = 2"))
                .isEqualTo(first);
        assertThat(broken("DELETE FROM target WHERE job_id = 'j1' AND position = 3"))
                .isEqualTo(first);
        assertThat(broken("UPDATE job SET note = 'because' WHERE id = 'j1'")).isEqualTo(first);
        assertThat(broken("DELETE FROM batch WHERE job_id = 'j1' AND n = 2")).isEqualTo(first);
        assertThat(broken("DELETE FROM job WHERE id = 'j2'")).isEqualTo(new Broken.Job("j2"));
        assertThat(
                        broken(
                                "INSERT INTO target (job_id, position, batch, target, state)"
                                        + " VALUES ('j2', 3, 3, 'x', 'pending')"))
                .isEqualTo(new Broken.Job("j2"));
        assertThat(
                        broken(
                                "INSERT INTO job (id, created_at, account, key_fingerprint,"
                                        + " endpoint, zone_id, zone_name, type, tag_domains) VALUES"
                                        + " ('j0', 1, 'a', 'f', 'e', 'z', 'n', 'purge_url', '')"))
                .isEqualTo(new Broken.Job("j0"));
    }

    @Test
    void aCopiedHeadIsFoundUntilTheEndIsCutOff() throws Exception {
        String head = check().head();
        String earlier =
                Sql.first(
                        connection,
                        r -> Chain.hex(r, "hash"),
                        "SELECT hash FROM entry WHERE n = ?",
                        entries() - 3);
        assertThat(new ChainCheck(connection, head, () -> false).check().headFound()).isTrue();
        assertThat(new ChainCheck(connection, earlier, () -> false).check().headFound()).isTrue();

        Sql.update(connection, "DELETE FROM audit");
        Sql.update(connection, "DELETE FROM entry WHERE n = ?", entries());
        ChainReport cut = new ChainCheck(connection, head, () -> false).check();
        connection.rollback();
        assertThat(cut.broken()).isNull();
        assertThat(cut.headFound()).isFalse();
        assertThat(cut.isIntact()).isFalse();
    }

    /** The form is fixed: a hash that was copied out must match in years to come. */
    @Test
    void theHashOfAnEntryNeverChanges() {
        Entry entry =
                new Entry(
                        2,
                        1_700_000_000_000L,
                        "note",
                        "261124-114805-crczmnfn",
                        3L,
                        "{\"note\":\"\\u0007\\n\\\"für 你\"}",
                        Entry.NOTHING);
        assertThat(entry.hash())
                .isEqualTo(sha256(canonical(entry)))
                .isEqualTo("03f165a0e030dbf0e0fea9d46c12fca33705478278341becca40045195e72519");
    }

    private static String canonical(Entry e) {
        return "{\"at\":1700000000000,\"batch\":3,\"content\":\""
                + sha256(e.content())
                + "\",\"job\":\"261124-114805-crczmnfn\",\"kind\":\"note\",\"n\":2,\"previous\":\""
                + "0".repeat(64)
                + "\"}";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void processesThatAppendAtOnceNeverForkTheChain() throws Exception {
        int processes = 4;
        int each = 15;
        try (var pool = Executors.newFixedThreadPool(processes)) {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int p = 0; p < processes; p++) {
                String process = "p" + p + "-";
                writers.add(
                        () -> {
                            try (Journal journal = Journal.open(home, Clock.systemUTC());
                                    Owners owners = Owners.register(home)) {
                                Repositories r =
                                        Repositories.of(journal, owners, Clock.systemUTC());
                                for (int i = 0; i < each; i++) {
                                    String id = process + i;
                                    r.jobs()
                                            .create(
                                                    OpenJournal.job(id),
                                                    List.of(List.of("a", "b")));
                                    r.batches().startSending(id, 1, Instant.EPOCH, Instant.EPOCH);
                                    r.batches().accepted(id, 1, "t" + id, null, Map.of());
                                }
                            }
                            return null;
                        });
            }
            for (Future<Void> writer : pool.invokeAll(writers)) {
                writer.get();
            }
        }
        connection.rollback();
        ChainReport report = check();
        assertThat(report.broken()).isNull();
        assertThat(report.entries()).isGreaterThanOrEqualTo(4L * processes * each);
    }

    /** As written by the version before: what was there is covered from then on. */
    @Test
    void whatAnEarlierVersionWroteIsCoveredFromThenOn() throws Exception {
        connection.close();
        Path old = home.resolve("old");
        Files.createDirectories(old);
        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + old.resolve("journal.db"));
                var statement = c.createStatement();
                var in =
                        ChainTest.class.getResourceAsStream(
                                "/edgeone/purge/journal/journal-v2.sql")) {
            statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (Journal journal = Journal.open(old, Clock.systemUTC())) {
            ChainRepository chain = new ChainRepository(journal);
            assertThat(chain.verify(null, () -> false).isIntact()).isTrue();
            new AccountRepository(journal)
                    .know(List.of(new AccountRepository.Known("id-1", "alpha", "0123456789ab")));
            assertThat(chain.verify(null, () -> false).isIntact()).isTrue();
        }
        connection = DriverManager.getConnection("jdbc:sqlite:" + old.resolve("journal.db"));
        connection.setAutoCommit(false);
        for (String job : Sql.list(connection, r -> r.getString(1), "SELECT id FROM job")) {
            for (String change :
                    List.of(
                            "UPDATE target SET target = target || 'x' WHERE job_id = ?",
                            "UPDATE job SET account_id = 'id-2' WHERE id = ?",
                            "UPDATE batch SET task_id = 'other' WHERE job_id = ?")) {
                assertThat(broken(change, job)).as(change).isEqualTo(new Broken.Job(job));
            }
        }
    }
}

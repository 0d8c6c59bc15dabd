package edgeone.purge.team.publish;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamRows;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Publishing to a real PostgreSQL: in order, once, whatever was there before. */
final class PublisherTest {
    @TempDir private static Path shared;
    private static RealPostgres postgres;
    private static int databases;

    @TempDir private Path folder;
    private TeamDatabase database;
    private TeamRows rows;

    @BeforeAll
    static void start() throws Exception {
        postgres = RealPostgres.start(shared);
        postgres.execute("CREATE ROLE wang LOGIN");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void fresh() throws Exception {
        String name = "db" + ++databases;
        postgres.execute("CREATE DATABASE " + name);
        try (Connection connection = postgres.connectTo(name)) {
            TeamSchema.migrate(connection);
        }
        postgres.execute("GRANT edgeone_purge_publisher TO wang");
        database = database("wang", name);
        rows = new TeamRows(postgres, name);
    }

    private static TeamDatabase database(String user, String name) {
        String url = postgres.url(user).replace("/team", "/" + name);
        return new TeamDatabase(TeamAddress.of(url).orElseThrow(), TeamPassword.NONE);
    }

    private static Publisher publisher(OpenJournal journal) {
        return new Publisher(
                new Outbox(journal.file()),
                new Installation("host", "wang", "1.0"),
                Clock.systemUTC());
    }

    private OpenJournal open(String name) throws Exception {
        return new OpenJournal(folder.resolve(name));
    }

    private void publishes(OpenJournal journal) {
        Published published = publisher(journal).publish(database);
        assertThat(published.trouble()).isNull();
        assertThat(published.pending()).isZero();
    }

    private static List<String> targets(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void theChainArrivesWithJobsBatchesAndTargets() throws Exception {
        try (OpenJournal journal = open("a")) {
            journal.create("job-1", targets("https://a/", 3), targets("https://b/", 2));
            publishes(journal);
            assertThat(
                            rows.list(
                                    "SELECT target FROM target WHERE job_id = 'job-1' ORDER BY"
                                            + " position"))
                    .containsExactly(
                            "https://a/0",
                            "https://a/1",
                            "https://a/2",
                            "https://b/0",
                            "https://b/1");
            assertThat(rows.list("SELECT state, n_targets FROM job")).containsExactly("running|5");
            journal.send("job-1", 1);
            journal.batches.accepted("job-1", 1, "task-1", null, Map.of());
            publishes(journal);
            assertThat(rows.list("SELECT n, state, task_id FROM batch ORDER BY n"))
                    .containsExactly("1|accepted|task-1", "2|planned|null");
            assertThat(rows.list("SELECT position, state FROM result ORDER BY position"))
                    .containsExactly("1|accepted", "2|accepted", "3|accepted");
            journal.lose("job-1", 2);
            publishes(journal);
            assertThat(rows.list("SELECT state FROM job")).containsExactly("unknown");
            rows.areOf(journal);
        }
    }

    @Test
    void aJournalCopiedToAnotherMachineBecomesAMachineOfItsOwn() throws Exception {
        try (OpenJournal journal = open("a")) {
            journal.create("job-1", targets("https://a/", 3));
            publishes(journal);
        }
        Files.createDirectories(folder.resolve("b"));
        Files.copy(folder.resolve("a/journal.db"), folder.resolve("b/journal.db"));
        try (OpenJournal one = open("a");
                OpenJournal other = open("b")) {
            one.create("job-2", targets("https://one/", 1));
            other.create("job-3", targets("https://other/", 1));
            publishes(one);
            Published published = publisher(other).publish(database);
            assertThat(published.trouble()).isNull();
            assertThat(published.anew()).isTrue();
            one.create("job-4", targets("https://one/", 1));
            other.create("job-5", targets("https://other/", 1));
            publishes(other);
            publishes(one);
            assertThat(rows.list("SELECT id FROM job ORDER BY id"))
                    .containsExactly("job-1", "job-2", "job-3", "job-4", "job-5");
            assertThat(rows.list("SELECT count(*) FROM machine")).containsExactly("2");
            assertThat(rows.list("SELECT after_n FROM machine WHERE after_id IS NOT NULL"))
                    .hasSize(1);
            rows.areOf(one);
        }
    }

    @Test
    void anotherDatabaseGetsEverything() throws Exception {
        try (OpenJournal journal = open("a")) {
            journal.create("job-1", targets("https://a/", 3));
            publishes(journal);
            fresh();
            journal.create("job-2", targets("https://a/", 3));
            publishes(journal);
            assertThat(rows.list("SELECT id FROM job ORDER BY id"))
                    .containsExactly("job-1", "job-2");
            rows.areOf(journal);
        }
    }

    @Test
    void aLargeJobGoesInPieces() throws Exception {
        try (OpenJournal journal = open("a")) {
            journal.create("job-1", targets("https://a/", 9_000), targets("https://b/", 3_001));
            publishes(journal);
            assertThat(rows.list("SELECT count(*), max(position) FROM target"))
                    .containsExactly("12001|12001");
            assertThat(rows.list("SELECT n, targets FROM batch ORDER BY n"))
                    .containsExactly("1|9000", "2|3001");
        }
    }

    @Test
    void whatThePublisherMayNotDoIsRefused() throws Exception {
        try (OpenJournal journal = open("a")) {
            journal.create("job-1", targets("https://a/", 3));
            publishes(journal);
        }
        for (String table : List.of("machine", "entry", "head", "job", "batch", "target")) {
            assertThat(rows.refusal("wang", "DELETE FROM " + table)).isEqualTo("42501");
            assertThat(rows.refusal("postgres", "DELETE FROM " + table)).isEqualTo("EP001");
            assertThat(rows.refusal("postgres", "TRUNCATE " + table + " CASCADE"))
                    .isEqualTo("EP001");
        }
        assertThat(rows.refusal("postgres", "UPDATE entry SET content = '{}'")).isEqualTo("EP001");
        assertThat(rows.refusal("postgres", "TRUNCATE entry_" + "other")).isEqualTo("EP001");
        assertThat(rows.refusal("wang", "UPDATE job SET note = 'x'")).isEqualTo("42501");
        assertThat(rows.refusal("wang", "INSERT INTO job SELECT * FROM job")).isEqualTo("42501");
        String again =
                "INSERT INTO entry (machine, n, at, kind, content, previous, hash) SELECT machine,"
                        + " n + 1, at, 'note', '{}', previous, hash FROM entry";
        assertThat(rows.refusal("wang", again)).isEqualTo("EP001");
    }
}

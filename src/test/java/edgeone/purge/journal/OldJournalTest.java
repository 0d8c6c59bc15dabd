package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** What earlier versions of the program left behind is read, and brought to the schema of now. */
final class OldJournalTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path home;

    private void leave(String... sql) throws SQLException {
        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = c.createStatement()) {
            for (String each : sql) {
                statement.executeUpdate(each);
            }
        }
    }

    private static String fixture(String name) throws IOException {
        try (InputStream in = OldJournalTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int version(Journal journal) {
        return Integer.parseInt(pragma(journal, "user_version"));
    }

    private static String pragma(Journal journal, String name) {
        return journal.read(c -> Sql.list(c, r -> r.getString(1), "PRAGMA " + name).getFirst());
    }

    @Test
    void theFirstVersionsJournalIsReadAndBroughtUpToDate() throws Exception {
        leave(fixture("journal-v1.sql"));

        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            assertThat(version(journal)).isEqualTo(Schema.newest());
            assertThat(pragma(journal, "integrity_check")).isEqualTo("ok");
            HistoryRepository history = new HistoryRepository(journal, owners);
            List<JobSummary> jobs = history.jobs("", null);
            assertThat(jobs)
                    .extracting(j -> j.job().id())
                    .containsExactlyInAnyOrder(
                            "261124-114805-crczmnfn",
                            "261124-114817-n5j234cn",
                            "261124-115000-aaaaaaaa");

            JobSummary urls = history.job("261124-114805-crczmnfn").orElseThrow();
            assertThat(urls.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(urls.job().type()).isEqualTo(PurgeType.URL);
            assertThat(urls.targets().succeeded()).isEqualTo(4);
            assertThat(history.batches(urls.job().id()))
                    .extracting(b -> b.taskId())
                    .containsExactly("kyvxb32dddak");

            JobSummary folder = history.job("261124-114817-n5j234cn").orElseThrow();
            assertThat(folder.job().method()).isEqualTo(PurgeMethod.DELETE);

            JobSummary left = history.job("261124-115000-aaaaaaaa").orElseThrow();
            assertThat(left.targets().pending()).isOne();
            assertThat(left.resumable()).isTrue();
            Repositories repositories = Repositories.of(journal, owners, CLOCK);
            assertThat(repositories.jobs().claim(left.job().id())).isTrue();
        }
    }

    @Test
    void aJournalIsBroughtUpToDateOnce() throws Exception {
        leave(fixture("journal-v1.sql"));
        Journal.open(home, CLOCK).close();
        try (Journal again = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            assertThat(version(again)).isEqualTo(Schema.newest());
            assertThat(new HistoryRepository(again, owners).jobs("", null)).hasSize(3);
        }
    }

    /** As after a crash of the very first start: a database, and nothing in it. */
    @Test
    void aDatabaseWithoutASchemaGetsOne() throws Exception {
        leave("CREATE TABLE t (x)", "DROP TABLE t");
        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            assertThat(version(journal)).isEqualTo(Schema.newest());
            assertThat(new HistoryRepository(journal, owners).jobs("", null)).isEmpty();
        }
    }
}

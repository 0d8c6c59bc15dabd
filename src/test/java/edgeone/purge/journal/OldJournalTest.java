package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.Schema;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.Whose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Journals of earlier versions are read and migrated to the current schema. */
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
    void theFirstVersionsJournalIsReadAndMigrated() throws Exception {
        leave(fixture("journal-v1.sql"));

        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            assertThat(version(journal)).isEqualTo(Schema.newest());
            assertThat(pragma(journal, "integrity_check")).isEqualTo("ok");
            HistoryRepository history = new HistoryRepository(journal, owners);
            List<JobSummary> jobs = history.jobs(JobFilter.ALL, JobOrder.NEWEST_FIRST, 0, 1_000);
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
            assertThat(repositories.ownership().claim(left.job().id())).isTrue();
        }
    }

    @Test
    void aCopyOfTheEarlierVersionIsKept() throws Exception {
        leave(fixture("journal-v1.sql"));
        Journal.open(home, CLOCK).close();
        Journal.open(home, CLOCK).close();

        try (var files = Files.list(home)) {
            Path copy =
                    files.filter(f -> f.getFileName().toString().startsWith("journal.db.version-1"))
                            .collect(onlyElement());
            try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
                assertThat(Sql.count(c, "PRAGMA user_version")).isOne();
                assertThat(Sql.count(c, "SELECT count(*) FROM job")).isEqualTo(3);
            }
        }
    }

    private static <T> Collector<T, ?, T> onlyElement() {
        return Collectors.collectingAndThen(
                Collectors.toList(),
                all -> {
                    assertThat(all).hasSize(1);
                    return all.getFirst();
                });
    }

    @Test
    void aJournalIsMigratedOnce() throws Exception {
        leave(fixture("journal-v1.sql"));
        Journal.open(home, CLOCK).close();
        try (Journal again = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            assertThat(version(again)).isEqualTo(Schema.newest());
            assertThat(
                            new HistoryRepository(again, owners)
                                    .jobs(JobFilter.ALL, JobOrder.NEWEST_FIRST, 0, 1_000))
                    .hasSize(3);
        }
    }

    /** An account only gets jobs with its own name and key, whoever opens the journal first. */
    @Test
    void theSecondVersionsJobsAreGivenTheirAccount() throws Exception {
        leave(fixture("journal-v2.sql"));

        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            assertThat(version(journal)).isEqualTo(Schema.newest());
            assertThat(pragma(journal, "integrity_check")).isEqualTo("ok");
            HistoryRepository history = new HistoryRepository(journal, owners);
            assertThat(history.jobs(JobFilter.ALL, JobOrder.NEWEST_FIRST, 0, 1_000))
                    .hasSize(5)
                    .allSatisfy(j -> assertThat(j.job().accountId()).isNull());

            AccountRepository accounts = new AccountRepository(journal);
            accounts.know(List.of(new AccountRepository.Known("id-1", "alpha", "0123456789ab")));
            accounts.know(List.of(new AccountRepository.Known("id-1", "beta", "0123456789ab")));
            accounts.know(List.of(new AccountRepository.Known("id-2", "alpha", "0123456789ab")));

            assertThat(history.job("261125-090000-bbbbbbbb").orElseThrow().job())
                    .returns("beta", Job::account)
                    .returns("id-1", Job::accountId);
            assertThat(history.job("261125-090000-cccccccc").orElseThrow().job())
                    .returns("alpha", Job::account)
                    .returns(null, Job::accountId);
            assertThat(history.job("261124-114805-crczmnfn").orElseThrow().job().account())
                    .isEqualTo("demo");
            assertThat(new AuditRepository(journal).all())
                    .singleElement()
                    .returns("alpha", AuditRepository.Entry::account)
                    .returns(null, AuditRepository.Entry::accountId);
        }
    }

    /** If an account's key is unknown, so is the owner of the job. */
    @Test
    void jobsThatMayBelongToAnotherAccountAreUnchanged() throws Exception {
        leave(fixture("journal-v2.sql"));
        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            new AccountRepository(journal)
                    .know(List.of(new AccountRepository.Known("id-1", "alpha", null)));
            assertThat(
                            new HistoryRepository(journal, owners)
                                    .jobs(
                                            JobFilter.ALL.withText("alpha"),
                                            JobOrder.NEWEST_FIRST,
                                            0,
                                            1_000))
                    .hasSize(2)
                    .allSatisfy(j -> assertThat(j.job().accountId()).isNull());
        }
    }

    @Test
    void jobsAreFoundByTheirAccountsCurrentAndEarlierNames() throws Exception {
        leave(fixture("journal-v2.sql"));
        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            AccountRepository accounts = new AccountRepository(journal);
            accounts.know(List.of(new AccountRepository.Known("id-1", "alpha", "0123456789ab")));
            accounts.know(List.of(new AccountRepository.Known("id-1", "beta", "0123456789ab")));
            HistoryRepository history = new HistoryRepository(journal, owners);

            assertThat(
                            ids(
                                    history.jobs(
                                            JobFilter.ALL.withText("bet"),
                                            JobOrder.NEWEST_FIRST,
                                            0,
                                            1_000)))
                    .containsExactly("261125-090000-bbbbbbbb");
            assertThat(
                            ids(
                                    history.jobs(
                                            JobFilter.ALL.withText("alpha"),
                                            JobOrder.NEWEST_FIRST,
                                            0,
                                            1_000)))
                    .containsExactly("261125-090000-bbbbbbbb", "261125-090000-cccccccc");
            assertThat(
                            ids(
                                    history.jobs(
                                            JobFilter.ALL.withWhose(new Whose.Named("Beta")),
                                            JobOrder.NEWEST_FIRST,
                                            0,
                                            1_000)))
                    .containsExactly("261125-090000-bbbbbbbb");
            assertThat(
                            ids(
                                    history.jobs(
                                            JobFilter.ALL.withWhose(new Whose.Named("alpha")),
                                            JobOrder.NEWEST_FIRST,
                                            0,
                                            1_000)))
                    .containsExactly("261125-090000-bbbbbbbb", "261125-090000-cccccccc");
            assertThat(
                            ids(
                                    history.jobs(
                                            JobFilter.ALL.withWhose(
                                                    new Whose.Account("id-1", "beta")),
                                            JobOrder.NEWEST_FIRST,
                                            0,
                                            1_000)))
                    .containsExactly("261125-090000-bbbbbbbb");
            assertThat(
                            ids(
                                    history.jobs(
                                            JobFilter.ALL.withWhose(
                                                    new Whose.Account("id-2", "alpha")),
                                            JobOrder.NEWEST_FIRST,
                                            0,
                                            1_000)))
                    .containsExactly("261125-090000-cccccccc");
        }
    }

    /** What an earlier version left planned is sent as it was meant: whole, whatever the quota. */
    @Test
    void theThirdVersionsJobsKeepToNoQuota() throws Exception {
        leave(fixture("journal-v3.sql"));
        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            assertThat(version(journal)).isEqualTo(Schema.newest());
            assertThat(pragma(journal, "integrity_check")).isEqualTo("ok");
            Repositories repositories = Repositories.of(journal, owners, CLOCK);
            String job = "261126-080000-dddddddd";
            assertThat(repositories.quota().keepsToQuota(job)).isFalse();
            assertThat(repositories.quota().planned(job)).containsExactly(2);
            assertThat(repositories.history().waiting(job)).isEmpty();
            assertThat(repositories.batches().planned(job)).containsExactly(2);
            assertThat(repositories.ownership().claim(job)).isTrue();
            assertThat(
                            repositories
                                    .batches()
                                    .startSending(job, 2, CLOCK.instant(), CLOCK.instant()))
                    .isTrue();
        }
    }

    private static List<String> ids(List<JobSummary> jobs) {
        return jobs.stream().map(j -> j.job().id()).toList();
    }

    /** As after a crash during the first start: an empty database. */
    @Test
    void aDatabaseWithoutASchemaGetsOne() throws Exception {
        leave("CREATE TABLE t (x)", "DROP TABLE t");
        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            assertThat(version(journal)).isEqualTo(Schema.newest());
            assertThat(
                            new HistoryRepository(journal, owners)
                                    .jobs(JobFilter.ALL, JobOrder.NEWEST_FIRST, 0, 1_000))
                    .isEmpty();
        }
    }
}

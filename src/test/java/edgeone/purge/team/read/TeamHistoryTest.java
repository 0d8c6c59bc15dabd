package edgeone.purge.team.read;

import static edgeone.purge.journal.list.JobQuestions.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.engine.read.History;
import edgeone.purge.history.JobHistory;
import edgeone.purge.history.JobListing;
import edgeone.purge.history.SharedHistory.Watcher;
import edgeone.purge.history.SharedHistory.Watching;
import edgeone.purge.history.UnreachableHistoryException;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.list.JobQuestions;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.JobSink;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.model.query.Whose;
import edgeone.purge.team.RealPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/** The same questions to a journal and to a team's database that holds the same. */
@Timeout(120)
final class TeamHistoryTest {
    private static final int JOBS = 120;
    private static final int QUESTIONS = 90;
    private static final String HOSTILE = "<b>'; DROP TABLE job; --\u202e\u0007 %_\\ \"q\" 中文页";
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "",
                    "",
                    "a",
                    "%",
                    "_",
                    "\"",
                    "\\",
                    "'",
                    "中",
                    "中文",
                    "中文页",
                    "zz",
                    "html",
                    "HTML",
                    "shop",
                    "/a/1",
                    "a_b",
                    "50%",
                    "\"q\"",
                    "zone-2",
                    "task-1",
                    "req-7",
                    "old name",
                    "job-1",
                    "job-10",
                    "https://www.example.com/",
                    "nowhere",
                    "?v=1",
                    "ops-42",
                    "drop table",
                    "\u202e",
                    "a\u0000bc",
                    "\uD83Dxx",
                    "a\nbc",
                    "%'",
                    "x".repeat(10_000));

    private static final List<Whose> WHOSE =
            List.of(
                    new Whose.Account("account-2", "old name"),
                    new Whose.Named("nobody"),
                    new Whose.Named("OLD name"));

    @TempDir private static Path folder;
    private static RealPostgres postgres;
    private static TeamTables tables;
    private static OpenJournal journal;
    private static History mine;
    private static TeamHistory team;
    private static final List<String> IDS = new ArrayList<>();

    @BeforeAll
    static void fill() throws Exception {
        postgres = RealPostgres.start(folder);
        tables = new TeamTables(postgres);
        journal = new OpenJournal(folder.resolve("home"));
        mine = new History(journal.history, journal.ownership);
        team = tables.history();
        Random random = new Random(20_261_126);
        for (int i = 0; i < JOBS; i++) {
            add(random, i);
        }
        tables.publish(journal.file());
    }

    @AfterAll
    static void close() throws Exception {
        team.close();
        tables.close();
        journal.close();
        postgres.close();
    }

    @Test
    void answersAsTheJournalDoes() {
        Random random = new Random(18);
        JobListing here = mine.listing();
        JobListing there = team.listing();
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            JobFilter filter = filter(random);
            JobOrder order =
                    i % 2 == 0
                            ? JobOrder.NEWEST_FIRST
                            : new JobOrder(
                                    pick(random, List.of(JobOrder.Column.values())),
                                    random.nextBoolean());
            int offset = random.nextInt(4) == 0 ? random.nextInt(JOBS) : 0;
            int limit = random.nextInt(3) == 0 ? random.nextInt(8) : JOBS;
            String some = pick(random, IDS);
            assertThat(team.jobs(filter, order, offset, limit))
                    .as("%s by %s from %s", filter, order, offset)
                    .extracting(TeamHistoryTest::asFarAsKnown)
                    .isEqualTo(
                            mine.jobs(filter, order, offset, limit).stream()
                                    .map(TeamHistoryTest::asFarAsKnown)
                                    .toList());
            assertThat(team.counts(filter)).as("%s", filter).isEqualTo(mine.counts(filter));
            JobListing.Question asked = there.ask(filter, order);
            assertThat(asked.position(some))
                    .as("place of %s in %s by %s", some, filter, order)
                    .isEqualTo(here.ask(filter, order).position(some));
            found += asked.jobs(0, JOBS).size();
        }
        assertThat(found).as("jobs found, so that the filters were tried").isGreaterThan(QUESTIONS);
        assertThat(there.ask(JobFilter.ALL, JobOrder.NEWEST_FIRST).facets().zones())
                .isEqualTo(here.ask(JobFilter.ALL, JobOrder.NEWEST_FIRST).facets().zones());
    }

    /** Whether somebody may resume a job is not known of a colleague's. */
    private static List<Object> asFarAsKnown(JobSummary job) {
        List<Object> known = new ArrayList<>();
        known.add(job.job());
        known.add(job.state());
        known.add(job.targets());
        known.add(String.valueOf(job.endedAt()));
        return known;
    }

    @Test
    void tellsOfAJobWhatTheJournalTells() {
        Random random = new Random(3);
        for (String id : IDS) {
            assertThat(team.batches(id)).as(id).isEqualTo(mine.batches(id));
            assertThat(team.reasons(id))
                    .as(id)
                    .containsExactlyInAnyOrderElementsOf(mine.reasons(id));
            assertThat(team.retries(id)).isEqualTo(mine.retries(id));
            for (int i = 0; i < 4; i++) {
                TargetFilter filter =
                        i == 0
                                ? TargetFilter.ALL
                                : TargetFilter.of(
                                        Set.of(pick(random, List.of(TargetState.values()))));
                int offset = random.nextInt(30);
                assertThat(team.targets(id, filter, offset, 20))
                        .as("%s of %s from %s", filter, id, offset)
                        .isEqualTo(mine.targets(id, filter, offset, 20));
            }
            mine.reasons(id)
                    .forEach(
                            reason -> {
                                TargetFilter ended =
                                        new TargetFilter(
                                                Set.of(reason.state()),
                                                new TargetFilter.End(
                                                        reason.code(), reason.reason()));
                                assertThat(team.targets(id, ended, 0, 500))
                                        .isNotEmpty()
                                        .isEqualTo(mine.targets(id, ended, 0, 500));
                            });
        }
        assertThat(team.job("nowhere")).isEmpty();
        assertThat(team.targets("no\u0000where", TargetFilter.ALL, 0, 10)).isEmpty();
    }

    @Test
    void streamsWhatTheJournalStreams() {
        for (WhichJobs which :
                List.of(
                        new WhichJobs.Matching(JobFilter.ALL, JobOrder.NEWEST_FIRST),
                        new WhichJobs.Matching(
                                JobFilter.ALL.withText("shop"),
                                new JobOrder(JobOrder.Column.TARGETS, false)),
                        new WhichJobs.Named(List.of("job-7", "job-3", "job-7")))) {
            assertThat(heard(team, which)).isNotEmpty().isEqualTo(heard(mine, which));
        }
        assertThat(team.stream(new WhichJobs.Named(List.of("job-1", "nowhere")), new Heard()))
                .isFalse();
    }

    private static List<Object> heard(JobHistory history, WhichJobs which) {
        Heard heard = new Heard();
        assertThat(history.stream(which, heard)).isTrue();
        return heard.all;
    }

    private static final class Heard implements JobSink {
        private final List<Object> all = new ArrayList<>();

        @Override
        public void begin(long targets) {
            all.add(targets);
        }

        @Override
        public void job(JobSummary job) {
            all.add(asFarAsKnown(job));
        }

        @Override
        public void target(TargetRow target) {
            all.add(target);
        }
    }

    /** More than are asked for at once, the last job alone too large for that. */
    @Test
    void streamsManyJobsAndALargeOne() throws Exception {
        tables.run(
                "INSERT INTO job SELECT 'many-' || i, timestamptz '2025-01-01' + i * interval '1"
                    + " s', machine, person, host, program, db_user, 'many', NULL, 'f', NULL, 'e',"
                    + " 'z', '', 'purge_url', NULL, '', NULL, NULL, NULL, CASE i WHEN 1 THEN 20000"
                    + " ELSE 2 END, NULL, false, 'running', 0, 0, 0, 0, 0, NULL FROM job,"
                    + " generate_series(1, 1200) i WHERE id = 'job-1'");
        tables.run(
                "INSERT INTO target SELECT id, created_at, p, 1, 'https://many/' || id || '/' || p"
                        + " FROM job, generate_series(1, n_targets) p WHERE account = 'many'");
        try {
            Heard heard = new Heard();
            JobFilter many = JobFilter.ALL.withWhose(new Whose.Named("MANY"));
            team.stream(new WhichJobs.Matching(many, JobOrder.NEWEST_FIRST), heard);
            assertThat(heard.all).hasSize(1 + 1_200 + 1_199 * 2 + 20_000).startsWith(22_398L);
            assertThat(heard.all.getLast())
                    .isEqualTo(
                            new TargetRow(
                                    20_000,
                                    1,
                                    "https://many/many-1/20000",
                                    TargetState.PENDING,
                                    null,
                                    null,
                                    null,
                                    null));
            assertThat(team.jobs(many.withText("many-1/19999"), JobOrder.NEWEST_FIRST, 0, 9))
                    .extracting(j -> j.job().id())
                    .as("beyond the jobs that are looked through first")
                    .containsExactly("many-1");
        } finally {
            // Nothing may be removed otherwise.
            tables.run("SET session_replication_role = replica");
            for (String table : List.of("search", "target")) {
                tables.run("DELETE FROM " + table + " WHERE job_id LIKE 'many-%'");
            }
            tables.run("DELETE FROM job WHERE account = 'many'");
            tables.run("RESET session_replication_role");
        }
    }

    @Test
    void saysWhoSubmittedIt() {
        Provenance who = team.job("job-1").orElseThrow().job().provenance();
        assertThat(who.user()).isEqualTo("wang");
        assertThat(who.host()).isEqualTo("kkk");
        assertThat(who.program()).isEqualTo("9.9.9");
    }

    @Test
    void answersOnlyTheNewestQuestion() {
        JobListing listing = team.listing();
        JobListing.Question old = listing.ask(JobFilter.ALL, JobOrder.NEWEST_FIRST);
        assertThat(old.jobs(0, 5)).hasSize(5);
        listing.ask(JobFilter.ALL, JobOrder.NEWEST_FIRST).jobs(0, 5);
        assertThatThrownBy(() -> old.jobs(0, 5)).isInstanceOf(CancellationException.class);
    }

    @Test
    void findsTheSameWithoutTheIndex() throws Exception {
        JobFilter some = JobFilter.ALL.withText("SHOP/1");
        Map<JobState, Integer> before = team.counts(some);
        tables.run("DROP INDEX search_text");
        assertThat(team.counts(some)).isNotEmpty().isEqualTo(before);
        tables.run("CREATE INDEX search_text ON search USING gin (text gin_trgm_ops)");
    }

    @Test
    void hearsWhatIsPublishedAndSaysWhenTheDatabaseIsGone() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Watcher watcher =
                new Watcher() {
                    @Override
                    public void changed() {
                        heard.add("changed");
                    }

                    @Override
                    public void lost(UnreachableHistoryException why) {
                        heard.add(why.text(Messages.in(Language.ENGLISH)));
                    }
                };
        try (Watching _ = team.watch(watcher)) {
            publishUntil(heard);
            assertThat(heard.take()).isEqualTo("changed");
            tables.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <>"
                            + " pg_backend_pid() AND query LIKE '%LISTEN%'");
            String lost = heard.take();
            while (lost.equals("changed")) {
                lost = heard.take();
            }
            assertThat(lost).contains("cannot be reached");
            assertThat(heard.take()).as("listens again").isEqualTo("changed");
            publishUntil(heard);
        }
    }

    private static void publishUntil(BlockingQueue<String> heard) throws Exception {
        for (int i = 0; heard.isEmpty(); i++) {
            journal.jobs.note("job-1", "note " + i);
            tables.publish(journal.file());
        }
    }

    private static void add(Random random, int number) {
        String id = "job-" + number;
        PurgeType type = pick(random, List.of(PurgeType.values()));
        Job job =
                new Job(
                                id,
                                Instant.parse("2026-11-01T00:00:00Z")
                                        .plusMillis(number * 3_600_000L + random.nextInt(1_000)),
                                "old name",
                                pick(random, List.of("account-1", "account-2")),
                                "fingerprint",
                                "https://e",
                                "zone-" + random.nextInt(3),
                                random.nextBoolean() ? "" : "example.com",
                                type,
                                type == PurgeType.PREFIX ? PurgeMethod.DELETE : null,
                                random.nextBoolean()
                                        ? List.of()
                                        : List.of("a.example.com", "b.example.com"),
                                null)
                        .from(
                                new Provenance(
                                        Origin.HERE,
                                        random.nextInt(5) == 0 ? "ops-" + number + HOSTILE : null,
                                        "wang",
                                        // Searched in the database only.
                                        "kkk",
                                        "9.9.9",
                                        "4xyz"));
        List<String> of =
                IntStream.range(0, 1 + random.nextInt(80))
                        .mapToObj(i -> JobQuestions.target(random, i, HOSTILE + "/"))
                        .distinct()
                        .toList();
        IDS.add(id);
        int cut = of.size() / 2;
        journal.jobs.create(
                job,
                cut == 0 ? List.of(of) : List.of(of.subList(0, cut), of.subList(cut, of.size())));
        switch (random.nextInt(6)) {
            case 0 -> journal.jobs.cancel(id);
            case 1 -> journal.lose(id, 1);
            case 2 -> {
                journal.send(id, 1);
                journal.batches.accepted(
                        id,
                        1,
                        "task-" + number,
                        "req-" + number,
                        Map.of(of.getFirst(), "domain not valid"));
            }
            case 3 -> {
                for (int n = 1; n <= (cut == 0 ? 1 : 2); n++) {
                    journal.send(id, n);
                    journal.batches.refused(id, n, "Code", HOSTILE, null);
                }
            }
            default -> {}
        }
    }

    private static JobFilter filter(Random random) {
        JobFilter filter = JobQuestions.filter(random, TEXTS, WHOSE);
        return random.nextInt(6) == 0
                ? filter.withOrigin(pick(random, List.of(Origin.values())))
                : filter;
    }
}

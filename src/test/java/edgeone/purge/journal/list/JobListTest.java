package edgeone.purge.journal.list;

import static edgeone.purge.journal.list.JobQuestions.pick;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.OpenJournal;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.Whose;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** Every filter, order and page against a plain search of all jobs. */
final class JobListTest {
    private static final int JOBS = 150;
    private static final int QUESTIONS = 300;
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
                    "new name",
                    "old name",
                    "job-1",
                    "job-10",
                    "https://www.example.com/",
                    "nowhere",
                    "?v=1",
                    "ops-42");

    private static final List<Whose> WHOSE =
            List.of(
                    new Whose.Account("account-2", "old name"),
                    new Whose.Named("NEW NAME"),
                    new Whose.Named("old name"));

    @TempDir Path home;
    private OpenJournal journal;
    private final Map<String, List<String>> targets = new java.util.HashMap<>();
    private final Map<String, String> ids = new java.util.HashMap<>();
    private final List<String> created = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        journal = new OpenJournal(home);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(20_261_126);
        for (int i = 0; i < JOBS; i++) {
            add(random, i);
        }
        journal.rename("account-1", "new name");
        List<JobSummary> all =
                created.stream().map(id -> journal.history.job(id).orElseThrow()).toList();
        ListingRepository listing = journal.history.listing();
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            JobFilter filter = filter(random);
            JobOrder order =
                    i % 2 == 0
                            ? JobOrder.NEWEST_FIRST
                            : new JobOrder(
                                    pick(random, List.of(JobOrder.Column.values())),
                                    random.nextBoolean());
            List<JobSummary> expected =
                    all.stream().filter(j -> meets(j, filter, true)).sorted(by(order)).toList();
            int offset = random.nextInt(4) == 0 ? random.nextInt(JOBS) : 0;
            int limit = random.nextInt(3) == 0 ? random.nextInt(8) : JOBS;
            assertThat(journal.history.jobs(filter, order, offset, limit))
                    .as("%s by %s from %s", filter, order, offset)
                    .extracting(j -> j.job().id())
                    .containsExactlyElementsOf(
                            expected.stream()
                                    .skip(offset)
                                    .limit(limit)
                                    .map(j -> j.job().id())
                                    .toList());
            assertThat(journal.history.counts(filter))
                    .as("%s", filter)
                    .isEqualTo(counts(all, filter));
            String some = pick(random, created);
            assertThat(listing.position(i + 1, filter, order, some))
                    .as("place of %s in %s by %s", some, filter, order)
                    .isEqualTo(place(expected, order, some));
            found += expected.size();
        }
        assertThat(found).as("jobs found, so that the filters were tried").isGreaterThan(QUESTIONS);
    }

    private static OptionalInt place(List<JobSummary> listed, JobOrder order, String jobId) {
        return order.column() == JobOrder.Column.CREATED
                ? IntStream.range(0, listed.size())
                        .filter(i -> listed.get(i).job().id().equals(jobId))
                        .findFirst()
                : OptionalInt.empty();
    }

    /** More rows of targets and batches than one number has room for. */
    @Test
    void findsTheLastTargetAndTheLastTaskOfALargeJob() {
        List<List<String>> batches =
                IntStream.range(0, 600)
                        .mapToObj(
                                n ->
                                        IntStream.range(0, 60)
                                                .mapToObj(i -> "https://e/" + n + "-" + i + "x")
                                                .toList())
                        .toList();
        journal.jobs.create(OpenJournal.job("large"), batches);
        journal.create("next", List.of("https://e/next"));
        for (int n : List.of(1, 512, 513, 600)) {
            journal.send("large", n);
            journal.batches.accepted("large", n, "task" + n + "k", "rq", Map.of());
            assertThat(found("task" + n + "k")).containsExactly("large");
        }
        for (String text :
                List.of("/0-0x", "/272-31x", "/272-32x", "/272-33x", "/599-59x", "/599-5")) {
            assertThat(found(text)).as(text).containsExactly("large");
        }
        assertThat(found("/600-0x")).isEmpty();
        assertThat(found("e/next")).containsExactly("next");
    }

    @Test
    void aTextInTheNameOfMostZonesIsCountedByNamesAndTargets() {
        for (int i = 0; i < 5; i++) {
            journal.create("named-" + i, List.of("https://e/" + i));
        }
        journal.jobs.create(nameless("by-target"), List.of(List.of("https://example.com/")));
        journal.jobs.create(nameless("without"), List.of(List.of("https://e/")));
        assertThat(journal.history.counts(JobFilter.ALL.withText("Example.c")).values())
                .containsExactly(6);
        assertThat(journal.history.counts(JobFilter.ALL.withText("e/")).values())
                .containsExactly(6);
    }

    private static Job nameless(String id) {
        return new Job(
                id,
                OpenJournal.NOW,
                "account",
                "account-1",
                "fingerprint",
                "https://e",
                "zone-9",
                "",
                PurgeType.URL,
                null,
                List.of(),
                null);
    }

    @Test
    void oddTextsFindWhatHoldsThemAndNothingElse() {
        String long64k = "https://e/" + "x".repeat(64_000);
        journal.create("long", List.of(long64k + "1"));
        journal.create("other", List.of(long64k + "2"));
        assertThat(found(long64k + "1")).containsExactly("long");
        assertThat(found("x".repeat(10_000))).containsExactlyInAnyOrder("long", "other");
        for (String text :
                List.of("a\u0000bc", "\u0000", "\uD83D\uDE00x", "\uD83Dxx", "a\nbc", "\"*)")) {
            assertThat(found(text)).as(text).isEmpty();
        }
    }

    /** Of the same second, as EdgeOne tells its tasks. */
    @Test
    void jobsOfOneSecondAreEachFound() {
        for (int i = 0; i < 40; i++) {
            journal.create("same-" + i, List.of("https://e/same/" + i + "/"));
        }
        assertThat(found("/same/")).hasSize(40);
        assertThat(found("/same/17/")).containsExactly("same-17");
    }

    private List<String> found(String text) {
        return journal
                .history
                .jobs(JobFilter.ALL.withText(text), JobOrder.NEWEST_FIRST, 0, 100)
                .stream()
                .map(j -> j.job().id())
                .toList();
    }

    private void add(Random random, int number) {
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
                        List.of(),
                        null);
        List<String> of =
                IntStream.range(0, 1 + random.nextInt(80))
                        .mapToObj(i -> JobQuestions.target(random, i))
                        .distinct()
                        .toList();
        created.add(id);
        targets.put(id, of);
        int cut = of.size() / 2;
        journal.jobs.create(
                job,
                cut == 0 ? List.of(of) : List.of(of.subList(0, cut), of.subList(cut, of.size())));
        ids.put(id, "");
        switch (random.nextInt(6)) {
            case 0 -> journal.jobs.cancel(id);
            case 1 -> journal.lose(id, 1);
            case 2 -> {
                journal.send(id, 1);
                journal.batches.accepted(id, 1, "task-" + number, "req-" + number, Map.of());
                ids.put(id, "task-" + number + "\nreq-" + number);
            }
            case 3 -> {
                for (int n = 1; n <= (cut == 0 ? 1 : 2); n++) {
                    journal.send(id, n);
                    journal.batches.refused(id, n, "Code", "message", null);
                }
            }
            default -> {}
        }
    }

    private static JobFilter filter(Random random) {
        return JobQuestions.filter(random, TEXTS, WHOSE);
    }

    private boolean meets(JobSummary summary, JobFilter filter, boolean withStates) {
        Job job = summary.job();
        boolean whose =
                switch (filter.whose()) {
                    case Whose.Everybody _ -> true;
                    case Whose.Account(String id, String _) -> id.equals(job.accountId());
                    case Whose.Named(String name) ->
                            name.equalsIgnoreCase("old name")
                                    || name.equalsIgnoreCase(job.account());
                };
        return whose
                && (!withStates
                        || filter.states().isEmpty()
                        || filter.states().contains(summary.state()))
                && (filter.types().isEmpty() || filter.types().contains(job.type()))
                && (filter.zone() == null
                        || filter.zone().equals(job.zoneId())
                        || filter.zone().equalsIgnoreCase(job.zoneName()))
                && (filter.since() == null || !job.createdAt().isBefore(filter.since()))
                && (filter.until() == null || job.createdAt().isBefore(filter.until()))
                && holds(job, filter.text());
    }

    private boolean holds(Job job, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(targets.get(job.id()));
        words.addAll(List.of(job.id(), "old name", job.account(), job.zoneId(), job.zoneName()));
        words.addAll(List.of(ids.get(job.id()).split("\n")));
        return words.stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Map<JobState, Integer> counts(List<JobSummary> all, JobFilter filter) {
        Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
        all.stream()
                .filter(j -> meets(j, filter, false))
                .forEach(j -> counts.merge(j.state(), 1, Integer::sum));
        return counts;
    }

    private static Comparator<JobSummary> by(JobOrder order) {
        Comparator<JobSummary> column =
                switch (order.column()) {
                    case CREATED -> Comparator.comparing(j -> j.job().createdAt());
                    case STATE -> Comparator.comparing(JobSummary::state);
                    case ACCOUNT -> Comparator.comparing(j -> j.job().account());
                    case ZONE ->
                            Comparator.comparing(
                                    j ->
                                            j.job().zoneName().isEmpty()
                                                    ? j.job().zoneId()
                                                    : j.job().zoneName());
                    case TYPE -> Comparator.comparing(j -> j.job().type().wireName());
                    case METHOD ->
                            Comparator.comparing(
                                    j ->
                                            j.job().method() == null
                                                    ? ""
                                                    : j.job().method().wireName());
                    case TARGETS -> Comparator.comparing(j -> j.targets().total());
                    case FAILED ->
                            Comparator.comparing(
                                    j -> j.endedAt() == null ? 0 : j.targets().notPurged());
                    case TOOK ->
                            Comparator.comparing(
                                    j ->
                                            j.endedAt() == null
                                                    ? Double.MAX_VALUE
                                                    : (double)
                                                            (j.endedAt().toEpochMilli()
                                                                    - j.job()
                                                                            .createdAt()
                                                                            .toEpochMilli()));
                };
        return (order.descending() ? column.reversed() : column)
                .thenComparing(
                        Comparator.comparing((JobSummary j) -> j.job().createdAt()).reversed());
    }
}

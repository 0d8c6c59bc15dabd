package edgeone.purge.journal.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.benchmark.JournalGenerator;
import edgeone.purge.journal.AuditRepository;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.audit.ChainRepository;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.model.rescue.Lost;
import edgeone.purge.model.rescue.Lost.What;
import edgeone.purge.model.rescue.RescueReport;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Damages a journal in every way, and counts what is saved and what is said to be lost. */
final class JournalRescueTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int JOBS = 90;
    private static final int LARGE = 1_500;
    private static final String OPEN = "open";

    @TempDir private static Path shared;
    @TempDir private Path home;

    /** Targets of every job of the undamaged journal. */
    private static Map<String, List<TargetRow>> whole = Map.of();

    private Path damaged;
    private Path output;

    @BeforeAll
    static void write() throws Exception {
        new JournalGenerator(JOBS - 1, LARGE).write(shared);
        try (Journal journal = Journal.open(shared, CLOCK);
                Owners owners = Owners.register(shared)) {
            Repositories all = Repositories.of(journal, owners, CLOCK);
            Job job =
                    new Job(
                            OPEN,
                            Instant.parse("2026-11-20T10:00:00Z"),
                            "production",
                            "a-0",
                            "f",
                            "https://e",
                            "zone-1",
                            "example.com",
                            PurgeType.CACHE_TAG,
                            null,
                            List.of(),
                            null);
            all.jobs().create(job, List.of(tags(0), tags(500)));
            for (int i = 0; i < 400; i++) {
                all.batches()
                        .addRequest(
                                job,
                                new RequestRecord(
                                        1,
                                        "CreatePurgeTask",
                                        Instant.EPOCH,
                                        10,
                                        "request-" + i,
                                        null,
                                        null));
            }
            AuditRepository audit = new AuditRepository(journal);
            for (int i = 0; i < 200; i++) {
                audit.add(
                        new AuditRepository.Entry(
                                Instant.EPOCH, "production", "a-0", "safety-lowered", "n" + i));
            }
            journal.change(
                    c -> {
                        for (int i = 0; i < 400; i++) {
                            Sql.update(
                                    c,
                                    "INSERT INTO call (at, action, reads, job, attempt, took)"
                                        + " SELECT 1, 'CreatePurgeTask', 0, number, 1, 1 FROM job"
                                        + " WHERE id = ?",
                                    OPEN);
                        }
                        // As where it was brought in later than its place in the list.
                        Sql.update(c, "UPDATE job SET number = number + 7 WHERE id = ?", OPEN);
                        Sql.update(c, "UPDATE call SET job = job + 7");
                        Sql.update(c, "INSERT INTO synced VALUES ('https://e', 'zone-1', 5)");
                        Sql.update(c, "INSERT INTO removed_task VALUES ('zone-1', 'task')");
                    });
            whole = read(journal);
        }
        assertThat(whole).hasSize(JOBS);
        // As it is written from the start: in a migrated one, what says where tables are comes
        // last.
        try (Connection c =
                DriverManager.getConnection("jdbc:sqlite:" + shared.resolve("journal.db"))) {
            Journal.execute(c, "VACUUM");
            Journal.execute(c, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static List<String> tags(int from) {
        return IntStream.range(from, from + 500).mapToObj(i -> "tag-" + i).toList();
    }

    private static Map<String, List<TargetRow>> read(Journal journal) throws IOException {
        try (Owners owners = Owners.register(shared)) {
            var history = Repositories.of(journal, owners, CLOCK).history();
            Map<String, List<TargetRow>> all = new LinkedHashMap<>();
            for (JobSummary job : history.jobs(JobFilter.ALL, JobOrder.NEWEST_FIRST, 0, 1_000)) {
                List<TargetRow> rows =
                        history.targets(job.job().id(), TargetFilter.ALL, 0, Integer.MAX_VALUE);
                assertThat(rows.size()).as(job.job().id()).isEqualTo(job.targets().total());
                all.put(job.job().id(), rows);
            }
            return all;
        }
    }

    @BeforeEach
    void copy() throws IOException {
        damaged = home.resolve("damaged.db");
        output = home.resolve("saved").resolve("journal.db");
        Files.createDirectory(output.getParent());
        Files.copy(shared.resolve("journal.db"), damaged, StandardCopyOption.REPLACE_EXISTING);
    }

    private static RescueReport rescue(Path damaged, Path output) throws IOException {
        return new JournalRescue(shared, damaged, output).run(_ -> {}, () -> false);
    }

    /** Page numbers of a table or index, from 1. */
    private List<Integer> pages(String name, String type) throws Exception {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + damaged)) {
            return Sql.list(
                    c,
                    r -> r.getInt(1),
                    "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path",
                    name,
                    type);
        }
    }

    private void flip(int page) throws IOException {
        byte[] file = Files.readAllBytes(damaged);
        int size = (file[16] & 0xff) << 8 | (file[17] & 0xff);
        for (int i = (page - 1) * size; i < page * size; i++) {
            file[i] = (byte) ~file[i];
        }
        Files.write(damaged, file);
    }

    /** What was saved is as it was, and with what is lost it is all there was. */
    private RescueReport checked() throws Exception {
        byte[] before = Files.readAllBytes(damaged);
        RescueReport report = rescue(damaged, output);

        assertThat(Files.readAllBytes(damaged)).isEqualTo(before);
        try (var files = Files.list(output.getParent())) {
            assertThat(files).containsExactly(output);
        }
        Map<String, List<TargetRow>> saved;
        try (Journal journal = Journal.open(output.getParent(), CLOCK)) {
            saved = read(journal);
        }
        assertThat(report.file()).isEqualTo(output);
        assertThat(report.jobs()).isEqualTo(saved.size());
        assertThat(report.targets()).isEqualTo(saved.values().stream().mapToLong(List::size).sum());
        whole.forEach(
                (job, rows) -> {
                    long lost = lost(report, What.TARGETS, job);
                    List<String> was = texts(rows);
                    if (saved.containsKey(job)) {
                        assertThat(texts(saved.get(job)).size() + lost)
                                .as(job)
                                .isEqualTo(was.size());
                        assertThat(was.containsAll(texts(saved.get(job)))).as(job).isTrue();
                    } else {
                        assertThat(report.lost()).contains(new Lost(What.JOBS, job, 0, 0));
                    }
                });
        assertThat(whole.keySet()).containsAll(saved.keySet());
        return report;
    }

    private static List<String> texts(List<TargetRow> rows) {
        return rows.stream().map(TargetRow::target).toList();
    }

    private static long lost(RescueReport report, What what, String job) {
        return report.lost().stream()
                .filter(l -> l.what() == what && job.equals(l.job()))
                .mapToLong(l -> l.to() - l.from() + 1)
                .sum();
    }

    private boolean isIntact() throws IOException {
        try (Journal journal = Journal.open(output.getParent(), CLOCK)) {
            return new ChainRepository(journal).verify(null, () -> false).isIntact();
        }
    }

    @Test
    void whatIsWholeIsSavedWhole() throws Exception {
        RescueReport report = checked();

        assertThat(report.lost()).isEmpty();
        assertThat(report.jobs()).isEqualTo(JOBS);
        assertThat(isIntact()).isTrue();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + output)) {
            assertThat(
                            Sql.count(
                                    c,
                                    "SELECT count(*) FROM call JOIN job ON job.number = call.job"
                                            + " WHERE job.id = ?",
                                    OPEN))
                    .isEqualTo(400);
            assertThat(Sql.count(c, "SELECT until FROM synced")).isEqualTo(5);
            assertThat(Sql.count(c, "SELECT count(*) FROM removed_task")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "target, TARGETS",
        "batch, BATCHES",
        "job, JOBS",
        "request, REQUESTS",
        "audit, SAFETY",
        "entry, ENTRIES",
        "call, CALLS"
    })
    void aFlippedPageOfATableLosesItsRowsAndNoOthers(String table, What what) throws Exception {
        List<Integer> leaves = pages(table, "leaf");
        assertThat(leaves).hasSizeGreaterThan(1);
        flip(leaves.get(leaves.size() / 2));

        RescueReport report = checked();

        assertThat(report.lost()).isNotEmpty();
        if (what != What.BATCHES) {
            assertThat(report.lost()).extracting(Lost::what).containsOnly(what);
        } else {
            assertThat(report.lost()).extracting(Lost::what).contains(what);
        }
        if (what != What.JOBS) {
            assertThat(report.jobs()).isEqualTo(JOBS);
        }
        assertThat(report.targets()).isGreaterThan(LARGE);
        assertThat(isIntact())
                .as("requests and calls are in no entry")
                .isEqualTo(what == What.REQUESTS || what == What.CALLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "batch", "job", "request", "audit", "entry"})
    void aFlippedLastPageIsLostToo(String table) throws Exception {
        flip(pages(table, "leaf").getLast());

        assertThat(checked().lost()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "entry", "request", "job"})
    void aFlippedInnerPageLosesWhatIsBelowIt(String table) throws Exception {
        flip(pages(table, "internal").getLast());

        assertThat(checked().lost()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job_created",
                "sqlite_autoindex_job_1",
                "request_job",
                "target_batch",
                "entry_subject",
                "search_data"
            })
    void aFlippedPageOfAnIndexLosesNothing(String index) throws Exception {
        flip(pages(index, "leaf").getFirst());

        RescueReport report = checked();

        assertThat(report.lost()).isEmpty();
        assertThat(isIntact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9})
    void aFileCutShortIsSavedAsFarAsItGoes(double part) throws Exception {
        byte[] file = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(file, (int) (file.length * part)));

        RescueReport report = checkedOrNoNames();

        assertThat(report.jobs()).isPositive();
        assertThat(report.lost()).isNotEmpty();
    }

    /** Where also the index of jobs is cut off, only their rows are named. */
    private RescueReport checkedOrNoNames() throws Exception {
        RescueReport report = rescue(damaged, output);
        try (Journal journal = Journal.open(output.getParent(), CLOCK)) {
            Map<String, List<TargetRow>> saved = read(journal);
            saved.forEach(
                    (job, rows) ->
                            assertThat(
                                            texts(whole.getOrDefault(job, List.of()))
                                                    .containsAll(texts(rows)))
                                    .as(job)
                                    .isTrue());
            assertThat(report.targets())
                    .isEqualTo(saved.values().stream().mapToLong(List::size).sum());
        }
        return report;
    }

    @Test
    void anyPageMayBeFlippedOrSwapped() throws Exception {
        Random random = new Random(20_261_126);
        byte[] file = Files.readAllBytes(damaged);
        int pages = file.length / 4_096;
        for (int i = 0; i < 10; i++) {
            byte[] broken = file.clone();
            int page = 1 + random.nextInt(pages - 1);
            if (i % 2 == 0) {
                int other = 1 + random.nextInt(pages - 1);
                System.arraycopy(file, other * 4_096, broken, page * 4_096, 4_096);
            } else {
                byte[] noise = new byte[4_096];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, broken, page * 4_096, 4_096);
            }
            Files.write(damaged, broken);
            Files.deleteIfExists(output);

            checkedOrNoNames();

            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(output.resolveSibling("journal.db" + suffix));
            }
        }
    }

    @Test
    void ofAFileWithoutItsHeaderNothingCanBeReadAndNothingIsLeft() throws Exception {
        flip(1);

        assertThatThrownBy(() -> rescue(damaged, output))
                .isInstanceOf(UnreadableJournalException.class);

        assertThat(output.getParent()).isEmptyDirectory();
    }

    @Test
    void aJournalOfAnEarlierVersionIsSavedAndMigrated() throws Exception {
        Path old = home.resolve("old");
        new JournalGenerator(60, 500).write(old);
        damaged = old.resolve("journal.db");
        flip(pages("target", "leaf").get(3));

        RescueReport report = rescue(damaged, output);

        assertThat(report.jobs()).isEqualTo(60);
        assertThat(report.lost()).isNotEmpty().extracting(Lost::what).containsOnly(What.TARGETS);
        assertThat(isIntact()).isTrue();
    }

    @Test
    void whatIsOnlyInTheLogIsSaved() throws Exception {
        Path live = Files.createDirectory(home.resolve("live"));
        try (Journal journal = Journal.open(live, CLOCK);
                Owners owners = Owners.register(live)) {
            Job job =
                    new Job(
                            "a",
                            Instant.EPOCH,
                            "a",
                            null,
                            "f",
                            "https://e",
                            "zone-1",
                            "",
                            PurgeType.URL,
                            null,
                            List.of(),
                            null);
            Repositories.of(journal, owners, CLOCK).jobs().create(job, List.of(List.of("x")));

            RescueReport report = rescue(live.resolve("journal.db"), output);

            assertThat(report.jobs()).isEqualTo(1);
            assertThat(report.targets()).isEqualTo(1);
            assertThat(report.lost()).isEmpty();
        }
    }

    @Test
    void aStoppedRescueLeavesNothingAndAnExistingFileIsNotTouched() throws Exception {
        assertThatThrownBy(
                        () -> new JournalRescue(shared, damaged, output).run(_ -> {}, () -> true))
                .isInstanceOf(StoppedException.class);
        assertThat(output.getParent()).isEmptyDirectory();
        Files.writeString(output, "mine");
        assertThatThrownBy(() -> rescue(damaged, output))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(output).hasContent("mine");
    }

    @Test
    void aJournalOfANewerVersionIsRefused() throws Exception {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + damaged)) {
            Journal.execute(c, "PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> rescue(damaged, output)).isInstanceOf(JournalException.class);
    }
}

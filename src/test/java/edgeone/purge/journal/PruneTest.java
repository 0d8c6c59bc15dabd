package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.audit.ChainRepository;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.journal.prune.PruneRepository;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.prune.PruneChoice;
import edgeone.purge.model.prune.PrunePreview;
import edgeone.purge.model.prune.PruneResult;
import edgeone.purge.model.prune.PruneResult.Outcome;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.TargetFilter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Old jobs are removed whole, and whatever stays stays whole. */
final class PruneTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final IntConsumer SILENT = _ -> {};

    @TempDir private Path home;
    @TempDir private Path copies;
    private OpenJournal journal;
    private PruneRepository pruning;
    private ChainRepository chain;

    @BeforeEach
    void open() throws IOException {
        journal = new OpenJournal(home);
        pruning = new PruneRepository(journal.file(), journal.owners, Clock.systemUTC());
        chain = new ChainRepository(journal.file());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    /** Job {@code n} of day {@code n}, which may be a retry. */
    private void job(int day, String retryOf) {
        String id = "day-" + day;
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            targets.add("https://www.example.com/" + id + "/" + i + "/" + "x".repeat(100));
        }
        journal.jobs.create(
                OpenJournal.job(
                        id,
                        PurgeType.URL,
                        null,
                        "zone-1",
                        FIRST.plusSeconds(day * 86_400L),
                        List.of(),
                        retryOf),
                List.of(targets));
    }

    private void ended(int day) {
        job(day, null);
        end(day);
    }

    private void end(int day) {
        journal.send("day-" + day, 1);
        journal.batches.refused("day-" + day, 1, "c", "refused", null);
        journal.ownership.release("day-" + day);
    }

    private List<String> left() {
        return journal.history.jobs(JobFilter.ALL, JobOrder.NEWEST_FIRST, 0, 1_000).stream()
                .map(j -> j.job().id())
                .toList()
                .reversed();
    }

    private PruneResult prune(PruneChoice choice) {
        return pruning.prune(choice, SILENT, () -> false);
    }

    private int count(String sql) {
        return journal.file().read(c -> Sql.count(c, sql));
    }

    private void assertIntact() {
        assertThat(chain.verify(null, () -> false).broken()).isNull();
    }

    @Test
    void theOldestGoAndTheNewestStay() {
        for (int day = 1; day <= 6; day++) {
            ended(day);
        }
        PruneChoice choice = new PruneChoice.Keep(2);
        assertThat(pruning.preview(choice))
                .isEqualTo(
                        new PrunePreview(
                                4,
                                160,
                                FIRST.plusSeconds(86_400),
                                FIRST.plusSeconds(4 * 86_400L),
                                2));

        assertThat(prune(choice).removed()).isEqualTo(4);
        assertThat(left()).containsExactly("day-5", "day-6");
        assertThat(count("SELECT count(*) FROM target")).isEqualTo(80);
        assertThat(count("SELECT count(*) FROM batch")).isEqualTo(2);
        assertThat(count("SELECT min(n) > 1 FROM entry")).isOne();
        assertIntact();
        assertThat(
                        journal.history.jobs(
                                JobFilter.ALL.withText("day-3/1"), JobOrder.NEWEST_FIRST, 0, 10))
                .isEmpty();
        // For each job its own words, and two rows of targets.
        assertThat(count("SELECT count(*) FROM search_docsize")).isEqualTo(2 * 3);
    }

    @Test
    void whatIsSubmittedAfterwardsGoesOnInTheSameChain() {
        for (int day = 1; day <= 3; day++) {
            ended(day);
        }
        prune(new PruneChoice.Before(FIRST.plusSeconds(3 * 86_400L)));
        String head = chain.head().hash();
        ended(4);
        assertThat(left()).containsExactly("day-3", "day-4");
        assertThat(chain.verify(head, () -> false).headFound()).isTrue();
        prune(new PruneChoice.Keep(0));
        assertThat(left()).isEmpty();
        assertIntact();
    }

    /** A job that has not ended, and the one it repeats, however old. */
    @Test
    void whatIsStillNeededStays() {
        ended(1);
        ended(2);
        job(3, "day-2");
        ended(4);
        ended(5);
        prune(new PruneChoice.Keep(0));
        assertThat(left()).containsExactly("day-2", "day-3");
        assertIntact();
        end(3);
        assertIntact();
        prune(new PruneChoice.Keep(0));
        assertThat(left()).isEmpty();
        assertIntact();
    }

    /** What became of its targets so far is written again. */
    @Test
    void aJobThatIsUnderWayStaysWhole() {
        job(1, null);
        journal.send("day-1", 1);
        journal.batches.accepted("day-1", 1, "task", null, Map.of());
        ended(2);
        ended(3);
        prune(new PruneChoice.Keep(1));
        assertThat(left()).containsExactly("day-1", "day-3");
        assertIntact();
    }

    /** Its last entries are newer than the first ones of jobs that stay. */
    @Test
    void aJobThatEndedLateIsRemovedWhole() {
        job(1, null);
        ended(2);
        end(1);
        journal.jobs.note("day-1", "because");
        ended(3);
        prune(new PruneChoice.Before(FIRST.plusSeconds(2 * 86_400L)));
        assertThat(left()).containsExactly("day-2", "day-3");
        assertIntact();
        prune(new PruneChoice.Keep(1));
        assertIntact();
    }

    @Test
    void safetyChangesStay() {
        new AuditRepository(journal.file())
                .add(
                        new AuditRepository.Entry(
                                OpenJournal.NOW, "account", "account-1", "lowered", "to x"));
        ended(1);
        ended(2);
        prune(new PruneChoice.Keep(1));
        prune(new PruneChoice.Keep(0));
        assertThat(new AuditRepository(journal.file()).all()).hasSize(1);
        assertIntact();
    }

    @Test
    void theFileBecomesSmallerWhileAnotherProcessHasItOpen() throws IOException {
        try (OpenJournal other = new OpenJournal(home)) {
            for (int day = 1; day <= 60; day++) {
                ended(day);
            }
            assertThat(other.history.count()).isEqualTo(60);
            other.file().verify();

            PruneResult result = prune(new PruneChoice.Keep(5));
            assertThat(result.outcome()).isEqualTo(Outcome.DONE);
            assertThat(result.bytesAfter()).isLessThan(result.bytesBefore() / 2);
            assertThat(Files.size(home.resolve("journal.db"))).isEqualTo(result.bytesAfter());

            other.file().verifyForSending();
            other.create("later", List.of("a"));
            assertThat(other.history.count()).isEqualTo(6);
            journal.file().verifyForSending();
            assertThat(journal.summary("later").targets().total()).isOne();
        }
    }

    @Test
    void aRunningPurgeNeverWaitsForTheFileToBeWrittenAnew() {
        for (int day = 1; day <= 10; day++) {
            ended(day);
        }
        job(11, null);
        PruneResult result = prune(new PruneChoice.Keep(1));
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_COMPACTED);
        assertThat(result.removed()).isEqualTo(10);
        assertThat(left()).containsExactly("day-11");
    }

    @Test
    void stoppingKeepsWhatStaysWhole() {
        for (int day = 1; day <= 10; day++) {
            ended(day);
        }
        AtomicInteger asked = new AtomicInteger();
        PruneResult result =
                pruning.prune(new PruneChoice.Keep(0), SILENT, () -> asked.incrementAndGet() > 4);
        assertThat(result.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(left()).hasSize(10 - result.removed());
        assertIntact();
    }

    /**
     * The files are copied whenever the work asks whether to stop, also within transactions and
     * while SQLite writes the file anew: as a kill at that instant would leave them.
     */
    @Test
    void killedAtAnyStepTheJournalIsWhole() throws Exception {
        for (int day = 1; day <= 230; day++) {
            if (day % 100 == 50) {
                job(day, null);
                journal.ownership.release("day-" + day);
            } else {
                ended(day);
            }
        }
        List<Path> killed = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        PruneResult result =
                pruning.prune(
                        new PruneChoice.Keep(3),
                        SILENT,
                        () -> {
                            if (asked.getAndIncrement() % 17 == 0) {
                                killed.add(copy(killed.size()));
                            }
                            return false;
                        });
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(killed).hasSizeGreaterThan(10);
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (Path folder : killed) {
            try (Journal left = Journal.open(folder, Clock.systemUTC());
                    Owners owners = Owners.register(folder)) {
                assertThat(new ChainRepository(left).verify(null, () -> false).broken())
                        .as(folder.toString())
                        .isNull();
                String integrity =
                        left.read(
                                c ->
                                        Sql.list(c, r -> r.getString(1), "PRAGMA integrity_check")
                                                .getFirst());
                assertThat(integrity).isEqualTo("ok");
                HistoryRepository history = new HistoryRepository(left, owners);
                for (int day : List.of(50, 150, 228, 229, 230)) {
                    Job kept = history.job("day-" + day).orElseThrow().job();
                    assertThat(history.targets(kept.id(), TargetFilter.ALL, 0, 100)).hasSize(40);
                }
                sizes.merge(history.count(), 1, Integer::sum);
            }
        }
        assertThat(sizes).hasSizeGreaterThan(1);
    }

    /** By another process: closing a file here would drop SQLite's locks on it. */
    private Path copy(int number) {
        Path folder = copies.resolve("killed-" + number);
        try {
            Files.createDirectories(folder);
            Process cp =
                    new ProcessBuilder(
                                    "cp",
                                    home.resolve("journal.db").toString(),
                                    home.resolve("journal.db-wal").toString(),
                                    folder.toString())
                            .start();
            assertThat(cp.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return folder;
    }
}

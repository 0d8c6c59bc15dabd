package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import edgeone.purge.journal.JobRepository.NewJob;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifyOrder;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Jobs as a whole: what is stored, who owns them, and when they end. */
final class JobsTest {
    private static final Instant EARLY = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-20T09:30:00Z");

    @TempDir private Path home;

    private OpenJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void severalJobsAreWrittenInOrderOrNotAtAll() {
        Job first = OpenJournal.job("1", PurgeType.HOST, PurgeMethod.DELETE, "zone-1", EARLY);
        Job second = OpenJournal.job("2", PurgeType.HOST, PurgeMethod.DELETE, "zone-2", EARLY);
        Job third = OpenJournal.job("3", PurgeType.HOST, PurgeMethod.DELETE, "zone-3", EARLY);
        List<List<String>> hosts = List.of(List.of("a.com"));
        journal.jobs.create(second, hosts);

        List<NewJob> withOneThatIsThere =
                Stream.of(first, second, third).map(job -> new NewJob(job, hosts, null)).toList();
        assertThatThrownBy(() -> journal.jobs.createAll(withOneThatIsThere))
                .isInstanceOf(JournalException.class);
        assertThat(journal.jobs.open()).containsExactly(second);

        journal.jobs.createAll(
                List.of(new NewJob(first, hosts, null), new NewJob(third, hosts, null)));
        assertThat(journal.jobs.open()).containsExactly(first, second, third);
    }

    /** The journal's jobs that hold a text. */
    private List<String> holding(String text) {
        return journal
                .history
                .jobs(JobFilter.ALL.withText(text), JobOrder.NEWEST_FIRST, 0, 10)
                .stream()
                .map(summary -> summary.job().id())
                .toList();
    }

    @Test
    void aJobIsFoundByItsNote() {
        journal.create("j", List.of("a"));
        journal.create("k", List.of("a"));
        assertThat(journal.jobs.note("j", "OPS-4711 because")).isTrue();
        assertThat(journal.jobs.note("missing", "OPS-4712")).isFalse();
        assertThat(holding("ops-4711")).containsExactly("j");
        assertThat(holding("ops-4712")).isEmpty();
        assertThat(journal.jobs.note("j", null)).isTrue();
        assertThat(holding("ops-4711")).isEmpty();
    }

    @Test
    void aJobIsFoundByTheIdsEdgeOneGaveIt() {
        journal.create("j", List.of("a"), List.of("b"));
        journal.send("j", 1);
        journal.batches.accepted("j", 1, "task-4711", "request-4712", Map.of());
        assertThat(holding("task-4711")).containsExactly("j");
        assertThat(holding("request-4712")).containsExactly("j");
        journal.lose("j", 2);
        assertThat(holding("task-4713")).isEmpty();
        journal.unknown.adopt("j", 2, "task-4713", Set.of("b"), "lost");
        assertThat(holding("task-4713")).containsExactly("j");
    }

    @Test
    void oneIdOfEdgeOneIsEnoughToFindAJob() {
        journal.create("j", List.of("a"), List.of("b"));
        journal.send("j", 1);
        journal.batches.accepted("j", 1, "task-4711", null, Map.of());
        assertThat(holding("task-4711")).containsExactly("j");
        journal.send("j", 2);
        journal.batches.refused("j", 2, "InternalError", "", "request-4712");
        assertThat(holding("request-4712")).containsExactly("j");
    }

    @Test
    void aJobIsFoundAsItWasWritten() {
        Job plain =
                OpenJournal.job("plain", PurgeType.HOST, PurgeMethod.INVALIDATE, "zone-1", EARLY);
        Job tags =
                OpenJournal.job(
                        "tags",
                        PurgeType.CACHE_TAG,
                        null,
                        "zone-1",
                        EARLY,
                        List.of("a.com", "b.com"),
                        "plain");
        journal.jobs.create(plain, List.of(List.of("a.com")));
        journal.jobs.create(tags, List.of(List.of("tag")));

        assertThat(journal.jobs.find("plain")).contains(plain);
        assertThat(journal.jobs.find("tags")).contains(tags);
        assertThat(journal.jobs.find("none")).isEmpty();
    }

    @Test
    void aPrefetchIsFoundWithTheWayItFetches() {
        PrefetchOptions options =
                new PrefetchOptions(
                        PrefetchOptions.Mode.EDGE,
                        List.of(
                                new PrefetchOptions.Header("Accept-Language", "en"),
                                new PrefetchOptions.Header("X-Device", "phone")),
                        true);
        Job prefetch =
                OpenJournal.job("p", PurgeType.PREFETCH, null, "zone-1", EARLY)
                        .prefetching(options);
        Job plain = OpenJournal.job("q", PurgeType.PREFETCH, null, "zone-1", EARLY);
        journal.jobs.create(prefetch, List.of(List.of("a")));
        journal.jobs.create(plain, List.of(List.of("a")));

        assertThat(journal.jobs.find("p")).contains(prefetch);
        assertThat(journal.jobs.find("q")).contains(plain);
    }

    @Test
    void whatIsToBeVerifiedIsWrittenWithItsJob() {
        VerifyOrder order = new VerifyOrder(List.of("192.0.2.1", "192.0.2.2"), 3, 42, true);
        List<List<String>> targets = List.of(List.of("a"));
        journal.jobs.createAll(
                List.of(
                        new NewJob(OpenJournal.job("j"), targets, null, order, false),
                        new NewJob(OpenJournal.job("k"), targets, null)));

        assertThat(journal.history.verification().find("j").map(Verification::order))
                .contains(order);
        assertThat(journal.history.verification().find("k")).isEmpty();
    }

    @Test
    void jobsOfOneAccountShowItsKnownName() {
        journal.jobs.create(jobOf("one", "shop"), List.of(List.of("a")));
        journal.jobs.create(jobOf("two", "a name not told yet"), List.of(List.of("a")));

        assertThat(journal.jobs.find("one")).map(Job::account).contains("shop");
        assertThat(journal.jobs.find("two")).map(Job::account).contains("shop");
    }

    private static Job jobOf(String id, String account) {
        return new Job(
                id,
                EARLY,
                account,
                "account-7",
                "fingerprint",
                "https://e",
                "zone-1",
                "example.com",
                PurgeType.URL,
                null,
                List.of(),
                null);
    }

    @Test
    void targetsAreNumberedAcrossBatches() {
        journal.create("j", List.of("a", "b"), List.of("c", "d", "e"), List.of("f"));

        assertThat(journal.rows("j"))
                .extracting(TargetRow::position, TargetRow::batch, TargetRow::target)
                .containsExactly(
                        tuple(1, 1, "a"),
                        tuple(2, 1, "b"),
                        tuple(3, 2, "c"),
                        tuple(4, 2, "d"),
                        tuple(5, 2, "e"),
                        tuple(6, 3, "f"));
        assertThat(journal.history.batches("j"))
                .extracting(b -> b.targets())
                .containsExactly(2, 3, 1);
    }

    @Test
    void openJobsWaitToBeSentOrLookedUp() {
        Job late = OpenJournal.job("a-late", PurgeType.URL, null, "zone-1", LATE);
        Job early = OpenJournal.job("b-early", PurgeType.URL, null, "zone-1", EARLY);
        journal.jobs.create(late, List.of(List.of("x")));
        journal.jobs.create(early, List.of(List.of("x")));
        assertThat(journal.jobs.open()).as("oldest first").containsExactly(early, late);

        journal.send("b-early", 1);
        assertThat(journal.jobs.open()).containsExactly(early, late);
        journal.batches.accepted("b-early", 1, "task", null, Map.of());
        assertThat(journal.jobs.open()).containsExactly(late);
        journal.jobs.cancel("a-late");
        assertThat(journal.jobs.open()).isEmpty();
    }

    @Test
    void aJobIsOwnedElsewhereWhileAnotherLiveProcessOwnsIt() throws Exception {
        journal.create("j", List.of("a"));
        assertThat(journal.summary("j").ownedElsewhere()).isFalse();
        try (OpenJournal other = new OpenJournal(home)) {
            assertThat(other.summary("j").ownedElsewhere()).isTrue();
            assertThat(other.ownership.claim("j")).isFalse();
            other.ownership.release("j");
            assertThat(other.summary("j").ownedElsewhere())
                    .as("a process cannot release another's job")
                    .isTrue();

            journal.ownership.release("j");
            assertThat(other.summary("j").ownedElsewhere()).isFalse();
            assertThat(other.ownership.claim("j")).isTrue();
            assertThat(journal.summary("j").ownedElsewhere()).isTrue();
        }
        assertThat(journal.summary("j").ownedElsewhere()).as("its owner has ended").isFalse();
    }

    @Test
    void claimingAnOwnedJobLeavesItsBatchesSending() {
        journal.create("j", List.of("a"));
        journal.send("j", 1);

        assertThat(journal.ownership.claim("j")).isTrue();
        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.SENDING);
        assertThat(journal.ownership.settleOrphans()).isZero();
    }

    @Test
    void cancelingEndsAnUnsentJob() {
        journal.create("j", List.of("a", "b"), List.of("c"));
        assertThat(journal.jobs.cancel("j")).isEqualTo(2);

        assertThat(journal.summary("j").endedAt()).isEqualTo(OpenJournal.NOW);
        assertThat(journal.summary("j").targets())
                .isEqualTo(new TargetCounts(3, 0, 0, 0, 0, 0, 3, 0));
        assertThat(journal.jobs.cancel("j")).as("a second time").isZero();
    }

    @Test
    void aJobWithAnOpenBatchDoesNotEndEvenIfItsTargetsAreFinal() {
        journal.create("j", List.of("a"), List.of());
        journal.send("j", 1);
        journal.batches.refused("j", 1, "InternalError", "", null);

        assertThat(journal.summary("j").endedAt()).isNull();
    }
}

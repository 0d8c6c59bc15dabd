package edgeone.purge.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.engine.resolve.Resolver.Resolution;
import edgeone.purge.engine.run.Progress.Event;
import edgeone.purge.engine.run.Progress.Reason;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.UnknownBatchRepository;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.teo.error.TeoException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** When a look-up is believed, what becomes of the batch, and when looking up ends. */
final class ResolverTest {
    private static final Ref BATCH = new Ref("j", 1);
    private static final Duration SETTLE = LookUps.SETTLE;
    private static final Event LOOKING_UP = new Event.Waiting(SETTLE, Reason.LOOKING_UP);

    @TempDir private Path home;

    private LookUps lookUps;

    @BeforeEach
    void open() throws Exception {
        lookUps = new LookUps(home);
    }

    @AfterEach
    void close() {
        lookUps.close();
    }

    private Map<Ref, Resolution> resolve(Job... jobs) throws InterruptedException {
        return lookUps.resolver.resolve(List.of(jobs));
    }

    @Test
    void absenceIsBelievedOnceItLasted() throws Exception {
        Job job = lookUps.lost("j", "a", "b");

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.ABSENT));
        assertThat(lookUps.asked).hasSize(2);
        assertThat(lookUps.pauses).containsExactly(SETTLE);
        assertThat(lookUps.batch("j", 1).state()).isEqualTo(BatchState.PLANNED);
        assertThat(lookUps.events)
                .containsExactly(LOOKING_UP, new Event.BatchMoved(1, BatchState.PLANNED));
    }

    @Test
    void absenceIsCountedFromWhenTheConnectionWasClosed() throws Exception {
        Job job = lookUps.lost("j", "a");
        lookUps.passBefore(SETTLE.minusMillis(1));

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.ABSENT));
        assertThat(lookUps.pauses).containsExactly(Duration.ofMillis(1));
        assertThat(lookUps.asked).hasSize(2);
    }

    @Test
    void absenceOfWhatWasClosedLongAgoIsAskedForTwiceAtOnce() throws Exception {
        Job job = lookUps.lost("j", "a");
        lookUps.passBefore(SETTLE);

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.ABSENT));
        assertThat(lookUps.asked).hasSize(2);
        assertThat(lookUps.pauses).isEmpty();
    }

    @Test
    void aTaskIsAdoptedWhenItWasFoundTwice() throws Exception {
        Job job = lookUps.lost("j", "a", "b");
        lookUps.rows.add(LookUps.row("task", "purge_url", "a"));
        lookUps.passBefore(SETTLE.multipliedBy(3));

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.ADOPTED));
        assertThat(lookUps.asked).hasSize(2);
        assertThat(lookUps.pauses).as("however long ago it was sent").containsExactly(SETTLE);
        assertThat(lookUps.batch("j", 1).state()).isEqualTo(BatchState.ACCEPTED);
        assertThat(lookUps.batch("j", 1).taskId()).isEqualTo("task");
        TargetRow refused = lookUps.targets("j").getFirst();
        assertThat(refused.target()).isEqualTo("b");
        assertThat(refused.state()).isEqualTo(TargetState.REJECTED);
        assertThat(refused.code()).isEqualTo(UnknownBatchRepository.REASON_LOST);
        assertThat(lookUps.events)
                .containsExactly(LOOKING_UP, new Event.BatchMoved(1, BatchState.ACCEPTED));
    }

    @Test
    void aWholeZonePurgeIsAdoptedAsAWhole() throws Exception {
        Job job = lookUps.create("j", "zone-1", PurgeType.ALL, List.of(List.of("example.com")));
        lookUps.lose("j", 1, LookUps.START);
        lookUps.rows.add(LookUps.row("task", "purge_all", ""));

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.ADOPTED));
        assertThat(lookUps.targets("j"))
                .extracting(TargetRow::state)
                .containsExactly(TargetState.ACCEPTED);
    }

    @Test
    void aPrefetchIsLookedForAmongThePrefetches() throws Exception {
        Job job = lookUps.create("j", "zone-1", PurgeType.PREFETCH, List.of(List.of("a", "b")));
        lookUps.lose("j", 1, LookUps.START);
        lookUps.rows.add(LookUps.row("purge", "purge_url", "a"));
        lookUps.rows.add(LookUps.row("task", "prefetch_url", "b"));

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.ADOPTED));
        assertThat(lookUps.batch("j", 1).taskId()).isEqualTo("task");
        assertThat(lookUps.actions).hasSize(2).containsOnly("DescribePrefetchTasks");
        assertThat(lookUps.asked).noneMatch(body -> body.has("Filters"));
    }

    @Test
    void aPurgeAndAPrefetchAreNeverTakenForEachOther() throws Exception {
        Job purge = lookUps.lost("j", "a");
        Job prefetch = lookUps.create("k", "zone-1", PurgeType.PREFETCH, List.of(List.of("a")));
        lookUps.lose("k", 1, LookUps.START);
        lookUps.rows.add(LookUps.row("task", "prefetch_url", "a"));

        assertThat(resolve(purge, prefetch))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(BATCH, Resolution.ABSENT, new Ref("k", 1), Resolution.ADOPTED));
    }

    @Test
    void aFindingThatChangesIsNotBelieved() throws Exception {
        Job job = lookUps.lost("j", "a");
        lookUps.beforeAnswer =
                n -> {
                    if (n == 1) {
                        lookUps.rows.add(LookUps.row("task", "purge_url", "a"));
                    }
                };

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.ADOPTED));
        assertThat(lookUps.asked).hasSize(3);
        assertThat(lookUps.pauses).containsExactly(SETTLE, SETTLE);
    }

    @Test
    void whatStaysDoubtfulIsAskedForSixTimes() throws Exception {
        Job job = lookUps.lost("j", "a", "b");
        lookUps.rows.add(LookUps.row("one", "purge_url", "a"));
        lookUps.rows.add(LookUps.row("two", "purge_url", "b"));

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.AMBIGUOUS));
        assertThat(lookUps.asked).hasSize(6);
        assertThat(lookUps.pauses).hasSize(5).containsOnly(SETTLE);
        assertThat(lookUps.batch("j", 1).state()).isEqualTo(BatchState.UNKNOWN);
    }

    @Test
    void aRunThatIsStoppedLooksUpNoMore() throws Exception {
        Job job = lookUps.lost("j", "a");
        lookUps.meanwhile = lookUps.control::keep;

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.AMBIGUOUS));
        assertThat(lookUps.asked).hasSize(1);
        assertThat(resolve(job)).as("nor does it begin").isEmpty();
        assertThat(lookUps.asked).hasSize(1);
    }

    @Test
    void anErrorLeavesItUnknownAndIsKeptUntilALookUpSucceeds() throws Exception {
        Job job = lookUps.lost("j", "a");
        lookUps.error = "AuthFailure.UnauthorizedOperation";

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.NOT_LOOKED_UP));
        assertThat(lookUps.asked).hasSize(1);
        assertThat(lookUps.resolver.lastTrouble())
                .extracting(TeoException::code)
                .isEqualTo(lookUps.error);
        lookUps.error = "";
        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.ABSENT));
        assertThat(lookUps.resolver.lastTrouble()).isNull();
    }

    @Test
    void whatIsOlderThanSevenDaysCannotBeLookedUp() throws Exception {
        // Nothing is known of EdgeOne's clock: it is within five minutes of this one.
        Instant oldest = LookUps.START.minus(Resolver.WINDOW);
        Job job = lookUps.create("j", "zone-1", PurgeType.URL, List.of(List.of("a"), List.of("b")));
        lookUps.lose("j", 1, oldest.minusMillis(1));
        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.TOO_OLD));
        assertThat(lookUps.asked).isEmpty();

        lookUps.lose("j", 2, oldest);
        lookUps.meanwhile = lookUps.control::keep;
        assertThat(resolve(job))
                .containsEntry(BATCH, Resolution.TOO_OLD)
                .containsEntry(new Ref("j", 2), Resolution.AMBIGUOUS);
        assertThat(window())
                .containsExactly(
                        oldest.minusSeconds(2), oldest.minusSeconds(2).plus(Resolver.WINDOW));
    }

    @Test
    void theWindowReachesFromBeforeTheFirstSendToNow() throws Exception {
        Job job = lookUps.create("j", "zone-1", PurgeType.URL, List.of(List.of("a"), List.of("b")));
        lookUps.lose("j", 1, LookUps.START.minusSeconds(30));
        lookUps.lose("j", 2, LookUps.START.minusSeconds(60));
        lookUps.meanwhile = lookUps.control::keep;
        resolve(job);

        assertThat(window()).containsExactly(LookUps.START.minusSeconds(62), LookUps.START);
        assertThat(lookUps.asked.getFirst().path("ZoneId").asString()).isEqualTo("zone-1");
    }

    private List<Instant> window() {
        return List.of(
                Instant.parse(lookUps.asked.getFirst().path("StartTime").asString()),
                Instant.parse(lookUps.asked.getFirst().path("EndTime").asString()));
    }

    @Test
    void batchesOfAZoneAndTypeShareTheirLookUps() throws Exception {
        Job first = lookUps.lost("j", "a");
        lookUps.passBefore(Duration.ofSeconds(4));
        Job second = lookUps.lost("k", "b");

        assertThat(resolve(first, second))
                .containsEntry(BATCH, Resolution.ABSENT)
                .containsEntry(new Ref("k", 1), Resolution.ABSENT);
        assertThat(lookUps.pauses).as("until the later one is ripe").containsExactly(SETTLE);
        assertThat(lookUps.asked).hasSize(2);
    }

    @Test
    void theLongestPauseOfABatchCounts() throws Exception {
        Job second = lookUps.lost("z", "b");
        lookUps.passBefore(Duration.ofSeconds(4));
        Job first = lookUps.lost("a", "a");
        lookUps.passBefore(Duration.ofSeconds(1));

        resolve(second, first);
        assertThat(lookUps.pauses).containsExactly(SETTLE.minusSeconds(1));
    }

    @Test
    void zonesAndTypesAreLookedUpApartUntilEachIsSettled() throws Exception {
        Job here = lookUps.lost("j", "a");
        lookUps.passBefore(Duration.ofSeconds(4));
        Job there = lookUps.create("k", "zone-2", PurgeType.URL, List.of(List.of("a")));
        lookUps.lose("k", 1, LookUps.START);
        Job hosts = lookUps.create("l", "zone-1", PurgeType.HOST, List.of(List.of("h")));
        lookUps.passBefore(Duration.ofSeconds(1));

        assertThat(resolve(here, there, hosts))
                .containsOnly(
                        Map.entry(BATCH, Resolution.ABSENT),
                        Map.entry(new Ref("k", 1), Resolution.ABSENT));
        assertThat(lookUps.pauses)
                .as("until the later one is ripe")
                .containsExactly(SETTLE.minusSeconds(1));
        assertThat(lookUps.asked)
                .extracting(r -> r.path("ZoneId").asString())
                .containsExactly("zone-1", "zone-2", "zone-1", "zone-2");
    }

    @Test
    void onlyTheJobsGivenAreResolved() throws Exception {
        Job mine = lookUps.lost("j", "a");
        lookUps.lost("theirs", "b");
        lookUps.create("leaving", "zone-1", PurgeType.URL, List.of(List.of("c")));
        lookUps.repositories.batches().startSending("leaving", 1, LookUps.START, LookUps.START);

        assertThat(resolve(mine)).containsOnlyKeys(BATCH);
        assertThat(lookUps.batch("theirs", 1).state()).isEqualTo(BatchState.UNKNOWN);
        assertThat(lookUps.batch("leaving", 1).state()).isEqualTo(BatchState.SENDING);
    }

    @Test
    void aBatchThatIsBeingSentIsNotResolvedThoughItIsOnesOwn() throws Exception {
        Job job = lookUps.create("j", "zone-1", PurgeType.URL, List.of(List.of("a")));
        lookUps.repositories.batches().startSending("j", 1, LookUps.START, LookUps.START);

        assertThat(resolve(job)).isEmpty();
        assertThat(lookUps.asked).isEmpty();
    }

    /** As when another process resolves the same journal. */
    @Test
    void whatIsNotUnknownAnyMoreIsNotAdopted() throws Exception {
        Job job = lookUps.lost("j", "a");
        lookUps.rows.add(LookUps.row("task", "purge_url", "a"));
        lookUps.beforeAnswer =
                n -> {
                    if (n == 1) {
                        lookUps.repositories.unknown().provenAbsent("j", 1);
                    }
                };

        assertThat(resolve(job)).containsExactly(Map.entry(BATCH, Resolution.AMBIGUOUS));
        assertThat(lookUps.batch("j", 1).state()).isEqualTo(BatchState.PLANNED);
        assertThat(lookUps.events).containsExactly(LOOKING_UP);
    }

    @Test
    void nothingIsAskedForAJournalThatIsGone() throws Exception {
        Job job = lookUps.lost("j", "a");
        Files.delete(home.resolve("journal.db"));

        assertThatThrownBy(() -> resolve(job)).isInstanceOf(JournalException.class);
        assertThat(lookUps.asked).isEmpty();
    }
}

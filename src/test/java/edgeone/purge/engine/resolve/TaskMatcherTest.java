package edgeone.purge.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.resolve.TaskMatcher.Finding;
import edgeone.purge.journal.OpenBatch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.reply.PurgeTask;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What counts as a match, and what does not. */
final class TaskMatcherTest {
    private static final Instant SENT = Instant.parse("2026-11-20T10:00:00.700Z");
    private static final Instant SAME_SECOND = Instant.parse("2026-11-20T10:00:00Z");

    private static OpenBatch batch(String job, List<String> targets) {
        return batch(job, targets, BatchState.UNKNOWN, SENT, null);
    }

    private static OpenBatch batch(
            String job,
            List<String> targets,
            BatchState state,
            Instant from,
            @Nullable PurgeMethod method) {
        return new OpenBatch(job, 1, state, method, targets, from, from, SENT, 1);
    }

    private static PurgeTask row(String job, String target) {
        return row(job, target, "purge_url", null, SAME_SECOND);
    }

    private static PurgeTask row(
            String job,
            String target,
            String type,
            @Nullable String method,
            @Nullable Instant created) {
        return new PurgeTask(job, target, type, method, "processing", created, null, null, null);
    }

    private static Finding only(OpenBatch batch, PurgeTask... rows) {
        return TaskMatcher.match(PurgeType.URL, List.of(batch), Set.of(), List.of(rows))
                .get(batch.ref());
    }

    @Test
    void aNonEmptyPartOfTheTargetsCreatedInTheSecondOfTheSendIsAMatch() {
        assertThat(only(batch("j1", List.of("a", "b", "c")), row("t1", "a"), row("t1", "c")))
                .isEqualTo(new Finding.Found("t1", Set.of("a", "c")));
    }

    @Test
    void aForeignTargetAnEarlierSecondAnotherTypeOrAHeldTaskIsNoMatch() {
        OpenBatch batch = batch("j1", List.of("a", "b"));
        assertThat(only(batch, row("t1", "a"), row("t1", "x"))).isEqualTo(new Finding.Absent());
        assertThat(only(batch, row("t1", "a", "purge_url", null, SAME_SECOND.minusSeconds(1))))
                .isEqualTo(new Finding.Absent());
        assertThat(only(batch, row("t1", "a", "purge_prefix", null, SAME_SECOND)))
                .isEqualTo(new Finding.Absent());
        assertThat(
                        TaskMatcher.match(
                                PurgeType.URL,
                                List.of(batch),
                                Set.of("t1"),
                                List.of(row("t1", "a"))))
                .containsEntry(batch.ref(), new Finding.Absent());
        assertThat(only(batch)).isEqualTo(new Finding.Absent());
    }

    @Test
    void aRowBesideTheTargetsIsDoubtfulIfItMayBeAMediaSegment() {
        List<String> targets = List.of("a.m3u8", "b");
        OpenBatch plain =
                new OpenBatch("j", 1, BatchState.UNKNOWN, null, targets, SENT, SENT, SENT, 1);
        OpenBatch segments =
                new OpenBatch("j", 1, BatchState.UNKNOWN, null, targets, SENT, SENT, SENT, 1, true);
        List<PurgeTask> both =
                List.of(prefetched("a.m3u8", SAME_SECOND), prefetched("1.ts", SAME_SECOND));
        assertThat(prefetch(plain, both)).isEqualTo(new Finding.Absent());
        assertThat(prefetch(segments, both)).isEqualTo(new Finding.Doubtful());
        assertThat(prefetch(segments, both.subList(0, 1)))
                .isEqualTo(new Finding.Found("t1", Set.of("a.m3u8")));
        assertThat(prefetch(segments, both.subList(1, 2))).isEqualTo(new Finding.Absent());
        Instant before = SAME_SECOND.minusSeconds(1);
        assertThat(
                        prefetch(
                                segments,
                                List.of(prefetched("a.m3u8", before), prefetched("1.ts", before))))
                .isEqualTo(new Finding.Absent());
    }

    private static PurgeTask prefetched(String target, Instant created) {
        return row("t1", target, "prefetch_url", null, created);
    }

    private static Finding prefetch(OpenBatch batch, List<PurgeTask> rows) {
        return TaskMatcher.match(PurgeType.PREFETCH, List.of(batch), Set.of(), rows)
                .get(batch.ref());
    }

    @Test
    void severalCandidatesAreDoubtful() {
        assertThat(only(batch("j1", List.of("a", "b")), row("t1", "a"), row("t2", "b")))
                .isEqualTo(new Finding.Doubtful());
    }

    @Test
    void aRowWithoutATimeIsDoubtfulAndNeverAbsent() {
        assertThat(only(batch("j1", List.of("a")), row("t1", "a", "purge_url", null, null)))
                .isEqualTo(new Finding.Doubtful());
    }

    @Test
    void identicalBatchesTakeOneJobEachOldestFirst() {
        OpenBatch first = batch("j1", List.of("a"), BatchState.UNKNOWN, SENT, null);
        OpenBatch second = batch("j2", List.of("a"), BatchState.UNKNOWN, SENT.plusSeconds(2), null);
        PurgeTask early = row("t1", "a");
        PurgeTask late = row("t2", "a", "purge_url", null, SAME_SECOND.plusSeconds(3));

        assertThat(
                        TaskMatcher.match(
                                PurgeType.URL,
                                List.of(first, second),
                                Set.of(),
                                List.of(late, early)))
                .containsEntry(first.ref(), new Finding.Found("t1", Set.of("a")))
                .containsEntry(second.ref(), new Finding.Found("t2", Set.of("a")));
        assertThat(
                        TaskMatcher.match(
                                PurgeType.URL, List.of(first, second), Set.of(), List.of(late)))
                .containsEntry(first.ref(), new Finding.Found("t2", Set.of("a")))
                .containsEntry(second.ref(), new Finding.Absent());
    }

    @Test
    void moreJobsThanIdenticalBatchesAreDoubtful() {
        OpenBatch first = batch("j1", List.of("a"));
        OpenBatch second = batch("j2", List.of("a"));
        assertThat(
                        TaskMatcher.match(
                                PurgeType.URL,
                                List.of(first, second),
                                Set.of(),
                                List.of(row("t1", "a"), row("t2", "a"), row("t3", "a"))))
                .containsEntry(first.ref(), new Finding.Doubtful())
                .containsEntry(second.ref(), new Finding.Doubtful());
    }

    @Test
    void overlappingBatchesThatAreNotIdenticalAreDoubtful() {
        OpenBatch first = batch("j1", List.of("a", "b"));
        OpenBatch second = batch("j2", List.of("b", "c"));
        assertThat(
                        TaskMatcher.match(
                                PurgeType.URL,
                                List.of(first, second),
                                Set.of(),
                                List.of(row("t1", "b"))))
                .containsEntry(first.ref(), new Finding.Doubtful())
                .containsEntry(second.ref(), new Finding.Doubtful());
    }

    @Test
    void aBatchStillBeingSentMayOwnTheJob() {
        OpenBatch lost = batch("j1", List.of("a"));
        OpenBatch leaving = batch("j2", List.of("a"), BatchState.SENDING, SENT, null);
        assertThat(
                        TaskMatcher.match(
                                PurgeType.URL,
                                List.of(lost, leaving),
                                Set.of(),
                                List.of(row("t1", "a"))))
                .containsEntry(lost.ref(), new Finding.Doubtful());
    }

    @Test
    void aWholeZonePurgeMatchesByMethodAndMustBeTheOnlyOne() {
        OpenBatch batch = batch("j1", List.of(), BatchState.UNKNOWN, SENT, PurgeMethod.DELETE);
        PurgeTask delete = row("t1", "", "purge_all", "delete", SAME_SECOND);
        PurgeTask expire = row("t2", "", "purge_all", "invalidate", SAME_SECOND);
        PurgeTask other = row("t3", "example.com", "purge_all", "delete", SAME_SECOND);

        assertThat(
                        TaskMatcher.match(
                                PurgeType.ALL, List.of(batch), Set.of(), List.of(delete, expire)))
                .containsEntry(batch.ref(), new Finding.Found("t1", Set.of()));
        assertThat(
                        TaskMatcher.match(
                                PurgeType.ALL, List.of(batch), Set.of(), List.of(delete, other)))
                .containsEntry(batch.ref(), new Finding.Doubtful());
    }

    @Test
    void aJobTooOldByAnUncertainClockIsNeitherMatchedNorAbsent() {
        OpenBatch batch =
                new OpenBatch(
                        "j1",
                        1,
                        BatchState.UNKNOWN,
                        null,
                        List.of("a"),
                        SENT.minusSeconds(300),
                        SENT,
                        SENT,
                        1);
        PurgeTask older = row("t1", "a", "purge_url", null, SAME_SECOND.minusSeconds(60));
        PurgeTask oldest = row("t0", "a", "purge_url", null, SAME_SECOND.minusSeconds(301));

        assertThat(only(batch, older)).isEqualTo(new Finding.Doubtful());
        assertThat(only(batch, oldest)).isEqualTo(new Finding.Absent());
        assertThat(only(batch, older, row("t2", "a")))
                .isEqualTo(new Finding.Found("t2", Set.of("a")));
    }

    @Test
    void aRowInAnotherSpellingIsTheSameTarget() {
        OpenBatch batch =
                batch("j1", List.of("https://www.example.com/%E4%B8%AD?x=%2F", "https://a.com/b"));
        assertThat(only(batch, row("t1", "HTTPS://WWW.example.com/中?x=%2f")))
                .isEqualTo(
                        new Finding.Found("t1", Set.of("https://www.example.com/%E4%B8%AD?x=%2F")));
        assertThat(only(batch, row("t1", "https://a.com/B"))).isEqualTo(new Finding.Absent());
    }
}

package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.sync.SyncReport;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.Zone;
import edgeone.purge.model.query.JobFilter;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Whatever others purged is in the journal once: nothing twice, nothing missed. */
@Timeout(120)
final class ZoneSyncTest {
    private static final JobFilter ELSEWHERE = JobFilter.ALL.withOrigin(Origin.ELSEWHERE);
    private static final Zone ZONE = new Zone(ListedTasks.ZONE, "example.com", "", "", "", false);

    @TempDir private Path home;
    @TempDir private Path folder;

    private final AtomicReference<Runnable> atEachCall = new AtomicReference<>(() -> {});
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private ListedTasks listed;
    private EmbeddedEdgeOne edgeOne;
    private EngineFixture here;

    @BeforeEach
    void open() throws IOException {
        listed = new ListedTasks(folder);
        edgeOne =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withFolder(folder)
                                .withVisibilityLag(Duration.ZERO)
                                .withClock(this::edgeOnesNow));
        here = restarted();
    }

    private Instant edgeOnesNow() {
        atEachCall.get().run();
        return Instant.now().plus(ahead.get());
    }

    private EngineFixture restarted() throws IOException {
        return new EngineFixture(home, edgeOne, Duration.ofMillis(200));
    }

    @AfterEach
    void close() {
        try {
            assertThat(here.repositories.chain().verify(null, () -> false).isIntact()).isTrue();
            List<String> ids = tasks();
            assertThat(ids).doesNotHaveDuplicates();
        } finally {
            here.close();
        }
    }

    private SyncReport sync(@Nullable Instant since) throws InterruptedException {
        return here.engine.sync(here.connection, ZONE, since, new RunControl());
    }

    /** EdgeOne's IDs of all that is in the journal. */
    private List<String> tasks() {
        List<String> ids = new ArrayList<>();
        for (JobSummary job : here.history.jobs(JobFilter.ALL, 100_000)) {
            here.history.batches(job.job().id()).forEach(b -> ids.add(b.taskId()));
        }
        return ids;
    }

    private void everythingIsThere() {
        assertThat(tasks())
                .containsExactlyInAnyOrderElementsOf(
                        edgeOne.accepted().stream().map(AcceptedJob::jobId).toList());
    }

    private static void assertRead(SyncReport report, int added, int known) {
        assertThat(report).isEqualTo(new SyncReport(added, known, 0, 0, null));
    }

    private Instant fortyDays() {
        Instant since = now.minus(Duration.ofDays(40));
        for (int week = 0; week < 6; week++) {
            Instant end = since.plus(Duration.ofDays(7L * week));
            for (int i = 0; i < 4; i++) {
                // Four in the second in which windows meet, and one just before and after.
                listed.add("meet-" + week + "-" + i, end, "m" + week + i);
            }
            listed.add("after-" + week, end.plusSeconds(1), "a" + week);
            listed.add("before-" + week, end.plus(Duration.ofDays(5)).minusSeconds(1), "b", "c");
        }
        return since;
    }

    @Test
    void fortyDaysAreReadInWindowsOfSeven() throws Exception {
        Instant since = fortyDays();

        SyncReport first = sync(since);

        assertThat(first.added()).isEqualTo(36);
        assertThat(first.trouble()).isNull();
        assertThat(here.calls("DescribePurgeTasks")).isEqualTo(6);
        everythingIsThere();
        here.die();
        here = restarted();
        assertThat(sync(since).added()).isZero();
        assertThat(sync(since.plus(Duration.ofDays(3)).plusSeconds(17)).added()).isZero();
        assertThat(sync(null).added()).isZero();
        everythingIsThere();
    }

    @Test
    void theFirstTimeThirtyDaysAreReadAndThenWhatIsNew() throws Exception {
        fortyDays();
        assertThat(sync(null).added()).isBetween(20, 30);
        long calls = here.calls("DescribePurgeTasks");

        listed.add("new", now, "new");
        SyncReport second = sync(null);

        assertThat(second.added()).isOne();
        assertThat(here.calls("DescribePurgeTasks") - calls).isOne();
    }

    /** A short look back leaves the first long one to be done. */
    @Test
    void aShortSyncDoesNotHideWhatIsOlder() throws Exception {
        listed.add("old", now.minus(Duration.ofDays(20)), "old");
        assertRead(sync(now.minusSeconds(60)), 0, 0);
        assertRead(sync(null), 1, 0);
    }

    @Test
    void pagesThatShiftWhileTheyAreReadLoseNothing() throws Exception {
        for (int i = 0; i < 23; i++) {
            String[] paths = new String[100];
            for (int p = 0; p < paths.length; p++) {
                paths[p] = i + "/" + p;
            }
            listed.add("large-" + i, now.minusSeconds(40 - i), paths);
        }
        AtomicInteger more = new AtomicInteger();
        atEachCall.set(
                () -> {
                    int n = more.incrementAndGet();
                    listed.add("more-" + n, Instant.now(), "more/" + n);
                });

        SyncReport report = sync(now.minus(Duration.ofMinutes(3)));

        assertThat(report.trouble()).isNull();
        assertThat(more.get()).as("jobs created meanwhile").isGreaterThan(10);
        assertThat(report.added()).isGreaterThanOrEqualTo(23);
        atEachCall.set(() -> {});
        sync(now.minus(Duration.ofMinutes(3)));
        everythingIsThere();
        assertThat(here.history.jobs(ELSEWHERE.withText("22/99"), 10)).hasSize(1);
    }

    @Test
    void oursAreAmongThemAndStayOurs() throws Exception {
        RunResult ours = here.purge("example.com", List.of(ListedTasks.PAGE + "x"));
        listed.add("theirs", now, "x");

        assertRead(sync(null), 1, 1);

        assertThat(here.history.jobs(ELSEWHERE, 10)).hasSize(1);
        assertThat(
                        here.history
                                .job(ours.summary().job().id())
                                .orElseThrow()
                                .job()
                                .provenance()
                                .origin())
                .isEqualTo(Origin.HERE);
        everythingIsThere();
    }

    @Test
    void whatMayBeOursWaitsUntilItsOutcomeIsKnown() throws Exception {
        here.faults("CreatePurgeTask:lose-reply@first=1;DescribePurgeTasks:deny");
        RunResult lost = here.submit(here.plan(ZONE, PurgeType.URL, null, ListedTasks.PAGE + "x"));
        assertThat(lost.summary().state()).isEqualTo(JobState.UNKNOWN);
        here.faults("");
        listed.add("theirs", Instant.now(), "y");

        SyncReport early = sync(null);

        assertThat(early).isEqualTo(new SyncReport(1, 0, 1, 0, null));
        here.engine.resume(here.connection, Progress.SILENT, new RunControl());
        assertThat(edgeOne.accepted()).as("sent once").hasSize(2);
        assertThat(sync(null).added()).isZero();
        everythingIsThere();
        assertThat(here.history.jobs(ELSEWHERE, 10)).hasSize(1);
    }

    @Test
    void twoProcessesAtOnceBringEachInOnce() throws Exception {
        Instant since = fortyDays();
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        List<EngineFixture> both = List.of(here, restarted());
        for (EngineFixture one : both) {
            CompletableFuture<Integer> added = new CompletableFuture<>();
            all.add(added);
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    start.await();
                                    added.complete(
                                            one.engine
                                                    .sync(
                                                            one.connection,
                                                            ZONE,
                                                            since,
                                                            new RunControl())
                                                    .added());
                                } catch (Exception e) {
                                    added.completeExceptionally(e);
                                }
                            });
        }
        assertThat(all.get(0).get() + all.get(1).get()).isEqualTo(36);
        everythingIsThere();
        both.getLast().die();
    }

    /** The real program, killed while it waits for the third window. */
    @Test
    void aKillBetweenWindowsKeepsWhatWasRead() throws Exception {
        Instant since = fortyDays();
        edgeOne.useFaults(FaultPlan.parse("DescribePurgeTasks:hang@nth=3"));
        Process process = program("sync", "--zone", ListedTasks.ZONE, "--since", since.toString());
        while (here.history.jobs(ELSEWHERE, 100).size() < 12) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        process.toHandle().destroyForcibly();
        process.waitFor();
        edgeOne.useFaults(FaultPlan.none());
        int kept = tasks().size();
        assertThat(kept).isLessThan(36);
        assertThat(here.repositories.chain().verify(null, () -> false).isIntact()).isTrue();

        SyncReport report = sync(since);

        assertThat(report.added()).isEqualTo(36 - kept);
        everythingIsThere();
    }

    private Process program(String... arguments) throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "edgeone.purge.app.Main",
                                "--home",
                                home.toString(),
                                "--endpoint",
                                edgeOne.endpoint().toString()));
        all.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(all)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TENCENTCLOUD_SECRET_ID", edgeOne.secretId());
        builder.environment().put("TENCENTCLOUD_SECRET_KEY", edgeOne.secretKey());
        builder.environment().remove("TENCENTCLOUD_TOKEN");
        return builder.start();
    }

    @Test
    void aRefusalKeepsWhatWasReadAndTheNextSyncGoesOn() throws Exception {
        for (int day = 1; day < 30; day++) {
            listed.add("day-" + day, now.minus(Duration.ofDays(day)), "d" + day);
        }
        here.faults("DescribePurgeTasks:deny@nth=3");

        SyncReport cut = sync(null);

        assertThat(cut.trouble()).isNotNull();
        assertThat(cut.added()).isBetween(13, 14);
        assertThat(here.history.jobs(ELSEWHERE, 100)).hasSize(cut.added());
        here.faults("");
        long before = here.calls("DescribePurgeTasks");
        assertThat(sync(null).added()).isEqualTo(29 - cut.added());
        assertThat(here.calls("DescribePurgeTasks") - before).isEqualTo(3);
        everythingIsThere();
    }

    @Test
    void whatWasProcessingIsReadAgainUntilItIsFinal() throws Exception {
        Instant created = now.minus(Duration.ofHours(3));
        listed.add(
                "slow",
                created,
                Duration.ofHours(4),
                "{\"0\":\"failed:originPullFailed\",\"1\":\"timeout\",\"2\":\"canceled\"}",
                List.of("f", "t", "c", "s"));
        for (int i = 0; i < 5; i++) {
            listed.add("done-" + i, now.minus(Duration.ofMinutes(90)), "d" + i);
        }
        assertThat(sync(null).added()).isEqualTo(6);
        JobSummary running = here.history.jobs(ELSEWHERE.withText("slow"), 10).getFirst();
        assertThat(running.state()).isEqualTo(JobState.RUNNING);
        assertThat(running.resumable()).isFalse();

        ahead.set(Duration.ofHours(2));
        SyncReport later = sync(null);

        assertThat(later.added()).isZero();
        JobSummary ended = here.history.job(running.job().id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(JobState.PARTLY_FAILED);
        assertThat(ended.endedAt()).isEqualTo(created.plus(Duration.ofHours(4)));
        assertThat(here.history.targets(ended.job().id(), List.of(), 0, 10))
                .extracting(TargetRow::target, TargetRow::state, TargetRow::code)
                .containsExactlyInAnyOrder(
                        row("f", TargetState.FAILED, "originPullFailed"),
                        row("t", TargetState.TIMED_OUT, "timeout"),
                        row("c", TargetState.CANCELED, "canceled"),
                        row("s", TargetState.SUCCEEDED, null));
    }

    private static org.assertj.core.groups.Tuple row(
            String path, TargetState state, @Nullable String code) {
        return org.assertj.core.groups.Tuple.tuple(ListedTasks.PAGE + path, state, code);
    }

    @Test
    void noneOfThemIsOursToContinue() throws Exception {
        listed.add("slow", now.minusSeconds(5), Duration.ofHours(1), "{}", List.of("x"));
        sync(null);
        String job = here.history.jobs(ELSEWHERE, 10).getFirst().job().id();

        assertThat(refusal(() -> here.engine.cancel(job))).isEqualTo(Kind.ELSEWHERE);
        assertThat(
                        refusal(
                                () ->
                                        here.engine.follow(
                                                here.connection,
                                                job,
                                                Duration.ZERO,
                                                Progress.SILENT,
                                                new RunControl())))
                .isEqualTo(Kind.ELSEWHERE);
        assertThat(
                        refusal(
                                () ->
                                        here.engine.retry(
                                                here.connection,
                                                job,
                                                Consent.NONE,
                                                Progress.SILENT,
                                                new RunControl())))
                .isEqualTo(Kind.ELSEWHERE);
        var report = here.engine.resume(here.connection, Progress.SILENT, new RunControl());
        assertThat(report.resumed()).isEmpty();
        assertThat(report.left()).isEmpty();
        assertThat(here.connection.owns(here.history.job(job).orElseThrow().job())).isFalse();
    }

    private interface Call {
        void run() throws Exception;
    }

    private static @Nullable Kind refusal(Call call) throws Exception {
        try {
            call.run();
            return null;
        } catch (RefusedSubmitException e) {
            return e.kind();
        }
    }
}

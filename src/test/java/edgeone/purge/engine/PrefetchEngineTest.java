package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PrefetchOptions.Header;
import edgeone.purge.model.PrefetchOptions.Mode;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.call.Call;
import edgeone.purge.targets.Sitemap;
import edgeone.purge.teo.Fingerprint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A prefetch has everything a purge has, with its own actions and its own quota. */
final class PrefetchEngineTest {
    private static final String PAGE = "https://www.example.com/";
    private static final PrefetchOptions SPECIAL =
            new PrefetchOptions(
                    Mode.EDGE, List.of(new Header("Accept", "a: b"), new Header("X-B", "c")), true);

    @TempDir private Path home;
    private EmbeddedEdgeOne edgeOne;
    private EngineFixture fixture;

    @BeforeEach
    void start() throws Exception {
        start(
                ZoneSetup.of("zone-1", "example.com", "www.example.com")
                        .withQuota(ZoneSetup.PREFETCH, 2, 100)
                        .withQuota("purge_url", 2, 100));
    }

    private void start(ZoneSetup... zones) throws Exception {
        edgeOne = EmbeddedEdgeOne.start(EmulatorOptions.defaults().withZones(List.of(zones)));
        fixture = process();
    }

    private EngineFixture process() throws Exception {
        return new EngineFixture(home, edgeOne, Duration.ofMillis(200));
    }

    @AfterEach
    void stop() {
        fixture.recorder.close();
        fixture.die();
        edgeOne.close();
    }

    private Plan plan(PrefetchOptions options, String... targets) throws Exception {
        return plan(fixture, "example.com", PurgeType.PREFETCH, options, List.of(targets));
    }

    private static Plan plan(
            EngineFixture process,
            String zone,
            PurgeType type,
            PrefetchOptions options,
            List<String> targets)
            throws Exception {
        PurgeDraft draft =
                new PurgeDraft(
                                process.zone(zone),
                                type,
                                null,
                                String.join("\n", targets),
                                List.of(),
                                false)
                        .prefetching(options);
        return process.engine.plan(draft, process.engine.facts(process.connection, draft.zone()));
    }

    private static String[] pages(int count) {
        return IntStream.range(0, count).mapToObj(i -> PAGE + i).toArray(String[]::new);
    }

    @Test
    void itIsSentFollowedAndKept() throws Exception {
        fixture.faults("CreatePrefetchTask:reject=domain not valid@nth=2");
        Plan plan = plan(PrefetchOptions.NONE, PAGE + "a.txt", PAGE + "index.html", PAGE + "none");
        assertThat(plan.batches()).hasSize(2);
        RunResult result = fixture.follow(fixture.submit(plan));

        assertThat(result.summary().state()).isEqualTo(JobState.PARTLY_FAILED);
        assertThat(fixture.targets(result))
                .extracting(TargetRow::state)
                .containsExactlyInAnyOrder(
                        TargetState.SUCCEEDED, TargetState.REJECTED, TargetState.FAILED);
        TargetRow invalid =
                fixture.targets(result).stream()
                        .filter(t -> t.state() == TargetState.FAILED)
                        .findFirst()
                        .orElseThrow();
        assertThat(invalid.target()).isEqualTo(PAGE + "none");
        assertThat(invalid.code()).isEqualTo("invalid");
        assertThat(fixture.calls("CreatePurgeTask") + fixture.calls("DescribePurgeTasks")).isZero();
        List<Call> calls = fixture.recorded();
        assertThat(calls)
                .extracting(Call::action)
                .contains("CreatePrefetchTask", "DescribePrefetchTasks");
        Call sent =
                calls.stream()
                        .filter(c -> c.action().equals("CreatePrefetchTask"))
                        .findFirst()
                        .orElseThrow();
        assertThat(sent.job()).isEqualTo(result.summary().job().id());
        assertThat(fixture.calls.find(sent.number()).orElseThrow().request().text())
                .startsWith("{\"ZoneId\":\"zone-1\",\"Targets\":[\"" + PAGE);
    }

    @Test
    void theOptionsAreSentAndStayWithTheJob() throws Exception {
        fixture.faults("CreatePrefetchTask:row=failed");
        RunResult result = fixture.follow(fixture.submit(plan(SPECIAL, PAGE + "a.txt")));
        String id = result.summary().job().id();
        assertThat(fixture.history.job(id).orElseThrow().job().prefetch()).isEqualTo(SPECIAL);
        RunResult again =
                fixture.engine.retry(
                        fixture.connection,
                        id,
                        new Consent(true, null),
                        Progress.SILENT,
                        new RunControl());
        assertThat(again.summary().job().prefetch()).isEqualTo(SPECIAL);
        assertThat(fixture.accepted()).hasSize(2).allMatch(PrefetchEngineTest::isEdge);
        assertThat(
                        fixture.recorded().stream()
                                .filter(c -> c.action().equals("CreatePrefetchTask"))
                                .map(c -> fixture.calls.find(c.number()).orElseThrow())
                                .map(c -> c.request().text()))
                .hasSize(2)
                .allMatch(
                        text ->
                                text.equals(
                                        "{\"ZoneId\":\"zone-1\",\"Targets\":[\""
                                                + PAGE
                                                + "a.txt\"],\"Mode\":\"edge\",\"Headers\":"
                                                + "[{\"Name\":\"Accept\",\"Value\":\"a: b\"},"
                                                + "{\"Name\":\"X-B\",\"Value\":\"c\"}],"
                                                + "\"PrefetchMediaSegments\":\"on\"}"));
    }

    private static boolean isEdge(AcceptedJob job) {
        return job.prefetch() != null && job.prefetch().edge();
    }

    @Test
    void aLostReplyIsLookedUpAmongThePrefetches() throws Exception {
        fixture.faults("CreatePrefetchTask:lose-reply@nth=1;CreatePrefetchTask:drop@nth=3");
        RunResult result = fixture.submit(plan(PrefetchOptions.NONE, pages(6)));
        assertThat(result.batches()).allMatch(b -> b.state() == BatchState.ACCEPTED);
        assertThat(fixture.accepted()).hasSize(3);
        assertThat(fixture.accepted().stream().flatMap(j -> j.targets().stream()))
                .containsExactlyInAnyOrder(pages(6));
        assertThat(fixture.calls("DescribePrefetchTasks")).isGreaterThan(1);
        assertThat(fixture.calls("DescribePurgeTasks")).isZero();
    }

    @Test
    void afterAKillItIsResumedWithItsOptionsAndNeverTwice() throws Exception {
        fixture.faults(
                "CreatePrefetchTask:lose-reply@nth=2;DescribePrefetchTasks:error=OperationDenied");
        RunResult cut = fixture.submit(plan(SPECIAL, pages(6)));
        assertThat(cut.batches()).extracting(b -> b.state()).contains(BatchState.UNKNOWN);
        fixture.recorder.close();
        fixture.die();

        edgeOne.useFaults(FaultPlan.parse(""));
        fixture = process();
        ResumeReport report =
                fixture.engine.resume(fixture.connection, Progress.SILENT, new RunControl());
        assertThat(report.left()).isEmpty();
        assertThat(fixture.accepted()).hasSize(3).allMatch(PrefetchEngineTest::isEdge);
        assertThat(fixture.accepted().stream().flatMap(j -> j.targets().stream()))
                .containsExactlyInAnyOrder(pages(6));
        assertThat(fixture.history.batches(cut.summary().job().id()))
                .allMatch(b -> b.state() == BatchState.ACCEPTED);
    }

    @Test
    void aPlanWithoutPrefetchIsToldFromTooMany() throws Exception {
        stop();
        start(
                ZoneSetup.of("zone-1", "example.com", "www.example.com")
                        .withoutType(ZoneSetup.PREFETCH));
        Plan plan = plan(PrefetchOptions.NONE, PAGE);
        assertThat(plan.sendable()).isTrue();
        RunResult result = fixture.submit(plan);
        assertThat(result.summary().state()).isEqualTo(JobState.FAILED);
        assertThat(PrefetchRefusal.saysNotInPlan(result.summary().job(), result.batches()))
                .isTrue();
    }

    @Test
    void bothKindsAreSentAtTheSameTimeEachAtItsOwnPace() throws Exception {
        List<String> pages = List.of(pages(80));
        Plan purge = plan(fixture, "example.com", PurgeType.URL, PrefetchOptions.NONE, pages);
        Plan prefetch =
                plan(fixture, "example.com", PurgeType.PREFETCH, PrefetchOptions.NONE, pages);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = both.submit(() -> fixture.submit(purge));
            var other = both.submit(() -> fixture.submit(prefetch));
            one.get();
            other.get();
        }
        String key = Fingerprint.of(edgeOne.secretId());
        assertThat(home.resolve("rate/" + key + "-CreatePurgeTask.pace")).isNotEmptyFile();
        assertThat(home.resolve("rate/" + key + "-CreatePrefetchTask.pace")).isNotEmptyFile();
        assertThat(
                        fixture.accepted().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                AcceptedJob::type, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("purge_url", 40L, "prefetch_url", 40L));
    }

    @Test
    void aRealSitemapIsPrefetched() throws Exception {
        stop();
        start(
                ZoneSetup.of("zone-1", "apache.org", Sitemap.HOST)
                        .withQuota(ZoneSetup.PREFETCH, 500, 5_000));
        Plan plan =
                plan(
                        fixture,
                        "apache.org",
                        PurgeType.PREFETCH,
                        PrefetchOptions.NONE,
                        Sitemap.pages());
        assertThat(plan.batches()).hasSize(8);
        RunResult result = fixture.submit(plan);
        assertThat(result.batches()).allMatch(b -> b.state() == BatchState.ACCEPTED);
        assertThat(fixture.accepted().stream().mapToInt(j -> j.targets().size()).sum())
                .isEqualTo(plan.targets());
    }
}

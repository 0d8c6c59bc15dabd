package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.engine.calls.CallRecorder;
import edgeone.purge.engine.calls.Calls;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.journal.calls.CallRepository;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallDetail;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.model.call.CallText;
import edgeone.purge.model.prune.PruneChoice;
import edgeone.purge.teo.watch.CallBody;
import edgeone.purge.teo.watch.CallReport;
import edgeone.purge.teo.watch.CallSubject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every call a purge makes is recorded once, and recording never gets in its way. */
final class CallRecordTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir private Path home;

    private static List<String> urls(int count) {
        return IntStream.range(0, count).mapToObj(i -> PAGE + i).toList();
    }

    private static EmulatorOptions batchesOf(int targets) {
        return EmulatorOptions.defaults()
                .withZones(
                        List.of(
                                ZoneSetup.of("zone-1", "example.com", "www.example.com")
                                        .withQuota("purge_url", targets, 1_000)));
    }

    private static List<Call> ofAction(List<Call> calls, String action) {
        return calls.stream().filter(c -> c.action().equals(action)).toList();
    }

    private static List<String> story(List<Call> calls) {
        return calls.stream()
                .map(c -> c.batch() + " " + c.attempt() + " " + c.http() + " " + c.code())
                .toList();
    }

    @Test
    void recordsEachAttemptOnceWhateverBecameOfIt() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            fixture.faults(
                    "CreatePurgeTask:error=RequestLimitExceeded@nth=1;"
                            + "CreatePurgeTask:drop@nth=2;CreatePurgeTask:lose-reply@nth=1;"
                            + "DescribePurgeTasks:html@nth=2");

            RunResult result = fixture.purge("example.com", urls(10));
            List<Call> calls = fixture.recorded();

            assertThat(result.summary().state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(fixture.accepted()).hasSize(1);
            List<Call> created = ofAction(calls, "CreatePurgeTask");
            assertThat(story(created))
                    .containsExactly(
                            "1 1 200 RequestLimitExceeded",
                            "1 2 null Network.Broken",
                            "1 3 null Network.Broken");
            String job = result.summary().job().id();
            assertThat(created).extracting(Call::job).containsOnly(job);
            assertThat(created).extracting(Call::zone).containsOnly("zone-1");
            assertThat(created).extracting(Call::reads).containsOnly(false);
            List<Call> asked =
                    ofAction(calls, "DescribePurgeTasks").stream()
                            .filter(c -> job.equals(c.job()))
                            .toList();
            assertThat(asked).isNotEmpty();
            assertThat(asked).extracting(Call::batch).containsOnly(1);
            assertThat(story(calls)).contains("1 1 200 Reply.NotJson", "1 2 200 null");
            assertThat(calls.stream().map(Call::requestId).filter(Objects::nonNull))
                    .doesNotHaveDuplicates();
            List<String> answered =
                    fixture.edgeOne.calls().stream()
                            .map(ApiCall::requestId)
                            .filter(id -> calls.stream().anyMatch(c -> id.equals(c.requestId())))
                            .toList();
            // All but the reply that was lost, and the page of HTML, which has none.
            assertThat(answered).hasSizeGreaterThanOrEqualTo(fixture.edgeOne.calls().size() - 2);
        }
    }

    @Test
    void aRequestIsMadeAnewAsItWasSent() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(4))) {
            RunResult result = fixture.purge("example.com", urls(10));
            List<Call> created = ofAction(fixture.recorded(), "CreatePurgeTask");

            assertThat(created).hasSize(3);
            for (Call call : created) {
                CallDetail detail = fixture.calls.find(call.number()).orElseThrow();
                JsonNode request = json(detail.request().text());
                JsonNode reply = json(detail.reply().text()).get("Response");
                assertThat(reply.get("RequestId").asString()).isEqualTo(call.requestId());
                assertThat(request.get("ZoneId").asString()).isEqualTo("zone-1");
                assertThat(request.get("Targets").valueStream().map(JsonNode::asString))
                        .containsExactlyElementsOf(
                                fixture.accepted().stream()
                                        .filter(
                                                j ->
                                                        j.jobId()
                                                                .equals(
                                                                        reply.get("JobId")
                                                                                .asString()))
                                        .findFirst()
                                        .orElseThrow()
                                        .targets());
            }
            assertThat(result.batches()).hasSize(3);
        }
    }

    private static JsonNode json(@Nullable String text) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(text));
    }

    /** The batch was cut in two after its first attempt had left with all of its targets. */
    @Test
    void aRequestIsMadeAnewAlsoOfABatchThatWasCut() throws Exception {
        try (EngineFixture fixture =
                EngineFixture.start(
                        home,
                        EmulatorOptions.defaults()
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(
                                                                "zone-1",
                                                                "example.com",
                                                                "www.example.com")
                                                        .withQuota("purge_url", 5, 8))))) {
            fixture.faults("CreatePurgeTask:error=LimitExceeded.DailyQuota@nth=1");
            Zone zone = fixture.zone("example.com");
            RunResult result =
                    fixture.engine.submit(
                            fixture.connection,
                            fixture.engine.plan(
                                    new PurgeDraft(
                                                    zone,
                                                    PurgeType.URL,
                                                    null,
                                                    String.join("\n", urls(5)),
                                                    List.of(),
                                                    false)
                                            .fitted(),
                                    fixture.engine.facts(fixture.connection, zone)),
                            Consent.NONE,
                            Progress.SILENT,
                            new RunControl());
            fixture.repositories
                    .quota()
                    .share(result.summary().job().id(), 0, 2, Clock.systemUTC().instant());
            Call call = ofAction(fixture.recorded(), "CreatePurgeTask").getFirst();

            JsonNode request =
                    json(fixture.calls.find(call.number()).orElseThrow().request().text());

            assertThat(fixture.history.batches(result.summary().job().id())).hasSize(2);
            assertThat(request.get("Targets").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(urls(5));
        }
    }

    @Test
    void aRecordThatFailsDisturbsNothing() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            fixture.purge("example.com", urls(10));
            fixture.journal.change(c -> Journal.execute(c, "ALTER TABLE call RENAME TO gone"));

            RunResult result = fixture.purge("example.com", urls(20));

            assertThat(result.summary().state()).isEqualTo(JobState.SUCCEEDED);
            fixture.recorder.close();
        }
    }

    @Test
    void oneThatCannotBeRecordedDoesNotTakeTheNextWithIt() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            CallRepository kept = new CallRepository(fixture.journal);
            CountDownLatch failed = new CountDownLatch(1);
            try (CallRecorder recorder =
                    new CallRecorder(
                            kept,
                            text -> {
                                if (text.contains("poison")) {
                                    failed.countDown();
                                    throw new IllegalStateException("no cover");
                                }
                                return text;
                            },
                            Clock.systemUTC())) {
                recorder.start();
                recorder.ended(report("DescribeZones", "{}", "poison"));
                failed.await();
                recorder.ended(report("DescribeZones", "{}", "{\"Response\":{}}"));
            }

            assertThat(fixture.recorded()).hasSize(1);
        }
    }

    private static CallReport report(String action, String request, String reply) {
        return new CallReport(
                action,
                body(request),
                null,
                Duration.ofMillis(5),
                200,
                body(reply),
                null,
                "request-id");
    }

    private static CallBody body(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CallBody.of(bytes, bytes.length);
    }

    @Test
    void readsAreKeptUpToFiveHundredAndWritesAll() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            for (int i = 0; i < 620; i++) {
                fixture.recorder.ended(report("DescribeZones", "{\"Offset\":" + i + "}", "{}"));
                if (i % 100 == 0) {
                    fixture.recorder.ended(
                            new CallReport(
                                    "CreatePurgeTask",
                                    body("{\"Targets\":[\"x\"]}"),
                                    new CallSubject("job", 1, 1),
                                    Duration.ZERO,
                                    200,
                                    body("{}"),
                                    null,
                                    null));
                }
            }
            List<Call> calls = fixture.recorded();

            assertThat(ofAction(calls, "DescribeZones")).hasSize(500);
            assertThat(ofAction(calls, "CreatePurgeTask")).hasSize(7);
            Call oldest = ofAction(calls, "DescribeZones").getFirst();
            assertThat(fixture.calls.find(oldest.number()).orElseThrow().request().text())
                    .isEqualTo("{\"Offset\":120}");
        }
    }

    @Test
    void afterTheFileWasReplacedNothingIsWritten() throws Exception {
        EngineFixture fixture = EngineFixture.start(home);
        Path file = home.resolve("journal.db");
        Files.move(file, home.resolve("moved.db"));
        Files.writeString(file, "another");

        fixture.recorder.ended(report("DescribeZones", "{}", "{}"));
        fixture.recorder.close();

        assertThat(file).hasContent("another");
        fixture.close();
        assertThat(file).hasContent("another");
    }

    /** Somebody else holds the write lock: what waits is given up, and nobody is kept waiting. */
    @Test
    void closingDoesNotWaitForALockedJournal() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home);
                Journal other = Journal.open(home, Clock.systemUTC())) {
            CountDownLatch ended = new CountDownLatch(1);
            other.change(
                    c -> {
                        fixture.recorder.ended(report("DescribeZones", "{}", "{}"));
                        fixture.recorder.close();
                        ended.countDown();
                    });

            assertThat(ended.getCount()).isZero();
        }
    }

    /** A kill leaves what was committed, as a copy of the files at any moment shows. */
    @Test
    void aKillLeavesWholeCallsAndAWholeChain() throws Exception {
        Path copies = Files.createDirectories(home.resolve("copies"));
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(2))) {
            fixture.purge("example.com", urls(12));
            while (fixture.calls.newest() == 0) {
                Thread.onSpinWait();
            }
            Process copy =
                    new ProcessBuilder(
                                    "cp",
                                    home.resolve("journal.db").toString(),
                                    home.resolve("journal.db-wal").toString(),
                                    copies.toString())
                            .start();
            assertThat(copy.waitFor()).isZero();
        }

        try (EngineFixture again = EngineFixture.start(copies)) {
            List<Call> calls = again.calls.list(CallFilter.ALL, 0, 100);
            assertThat(calls).isNotEmpty();
            assertThat(calls)
                    .allSatisfy(
                            c ->
                                    assertThat(
                                                    again.calls
                                                            .find(c.number())
                                                            .orElseThrow()
                                                            .reply()
                                                            .text())
                                            .startsWith("{\"Response\""));
            assertThat(
                            new Audit(again.repositories)
                                    .verify(null, () -> false)
                                    .orElseThrow()
                                    .isIntact())
                    .isTrue();
        }
    }

    @Test
    void aRemovedJobTakesItsCallsWithIt() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            fixture.purge("example.com", urls(10));
            assertThat(ofAction(fixture.recorded(), "CreatePurgeTask")).hasSize(1);

            new Audit(fixture.repositories).prune(new PruneChoice.Keep(0), _ -> {}, () -> false);

            List<Call> left = fixture.calls.list(CallFilter.ALL, 0, 100);
            assertThat(left).isNotEmpty();
            assertThat(left).extracting(Call::job).containsOnlyNulls();
        }
    }

    @Test
    void whatIsNotJsonIsKeptAsItCame() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            for (String fault : List.of("html", "garbage", "huge=300000", "huge=60000000")) {
                fixture.faults("DescribeZones:" + fault + "@nth=1");
                fixture.zone("example.com");
            }
            List<Call> calls = fixture.recorded();
            List<Call> failed = calls.stream().filter(Call::failed).toList();

            assertThat(failed)
                    .extracting(Call::code)
                    .containsExactly("Reply.NotJson", "Reply.NotJson", "Reply.TooLarge");
            assertThat(failed).extracting(Call::http).containsOnly(200);
            assertThat(reply(fixture, failed.getFirst()).text()).contains("<html");
            assertThat(reply(fixture, failed.get(1)).text()).isNotEmpty();
            CallText largest = reply(fixture, failed.get(2));
            assertThat(largest.cut()).isTrue();
            assertThat(largest.size()).isGreaterThan(50_000_000L);
            // One of 300,000 characters, all in its RequestId.
            Call huge =
                    calls.stream()
                            .filter(c -> String.valueOf(c.requestId()).startsWith("xxx"))
                            .findFirst()
                            .orElseThrow();
            assertThat(huge.requestId()).hasSizeLessThan(250);
            assertThat(reply(fixture, huge).cut()).isTrue();
            assertThat(reply(fixture, huge).size()).isGreaterThan(300_000L);
            assertThat(Objects.requireNonNull(reply(fixture, huge).text()).length())
                    .isBetween(200_000, 262_144);
        }
    }

    private static CallText reply(EngineFixture fixture, Call call) {
        return fixture.calls.find(call.number()).orElseThrow().reply();
    }

    @Test
    void filtersWorkTogether() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(5))) {
            fixture.faults("CreatePurgeTask:error=RequestLimitExceeded@nth=1");
            RunResult result = fixture.purge("example.com", urls(10));
            List<Call> all = fixture.recorded();
            String job = result.summary().job().id();

            assertThat(list(fixture, CallFilter.ALL)).isEqualTo(all.reversed());
            assertThat(list(fixture, CallFilter.ALL.withNoReads(true)))
                    .extracting(Call::action)
                    .containsOnly("CreatePurgeTask")
                    .hasSize(3);
            assertThat(list(fixture, CallFilter.ALL.withFailed(true)))
                    .extracting(Call::code)
                    .containsExactly("RequestLimitExceeded");
            assertThat(list(fixture, CallFilter.ALL.withJob(job).withAction("describepurgetasks")))
                    .isNotEmpty()
                    .extracting(Call::job)
                    .containsOnly(job);
            Call one = all.get(1);
            String id = Objects.requireNonNull(one.requestId());
            for (String text : List.of(id, id.substring(3, 12).toUpperCase(), one.id())) {
                assertThat(list(fixture, CallFilter.ALL.withText(text))).containsExactly(one);
            }
            assertThat(list(fixture, CallFilter.ALL.withText("limitexc"))).hasSize(1);
            assertThat(fixture.calls.count(CallFilter.ALL.withNoReads(true))).isEqualTo(3);
            assertThat(fixture.calls.list(CallFilter.ALL, 1, 2))
                    .isEqualTo(all.reversed().subList(1, 3));
            assertThat(fixture.calls.listing().ask(CallFilter.ALL.withFailed(true)).count())
                    .isEqualTo(1);
        }
    }

    private static List<Call> list(EngineFixture fixture, CallFilter filter) {
        return fixture.calls.list(filter, 0, 1_000);
    }

    @Test
    void nothingSecretIsKept() throws Exception {
        String key = "GATEWAYSECRETKEY0123456789abcdef";
        try (EngineFixture fixture = EngineFixture.start(home)) {
            CallRepository kept = new CallRepository(fixture.journal);
            UnaryOperator<String> cover = text -> text.replace(key, "***");
            try (CallRecorder recorder = new CallRecorder(kept, cover, Clock.systemUTC())) {
                recorder.start();
                recorder.ended(report("DescribeZones", "{\"a\":\"" + key + "\"}", "<b>" + key));
                String escaped = key.chars().mapToObj("\\u%04x"::formatted).collect(joining());
                recorder.ended(report("DescribeZones", "{}", "{\"a\":\"" + escaped + "\"}"));
                recorder.ended(
                        new CallReport(
                                "CreatePurgeTask",
                                body("{}"),
                                null,
                                Duration.ZERO,
                                null,
                                null,
                                "Network." + key,
                                key));
                // It begins just before the end of what is kept.
                String filler = "x".repeat(262_144 - 10);
                recorder.ended(report("DescribeZones", "{}", filler + key + "y".repeat(20_000)));
            }
            List<Call> calls = fixture.recorded();

            assertThat(calls).hasSize(4);
            String everything =
                    calls.stream()
                            .map(c -> c + " " + fixture.calls.find(c.number()).orElseThrow())
                            .collect(Collectors.joining());
            assertThat(everything).doesNotContain(key).doesNotContain(key.substring(0, 5));
            assertThat(everything).contains("***");
            assertThat(everything).doesNotContain("\\u0047");
            Calls covered = new Calls(kept, fixture.repositories.history(), cover);
            assertThat(covered.find(1).orElseThrow().request().text()).isEqualTo("{\"a\":\"***\"}");
        }
    }
}

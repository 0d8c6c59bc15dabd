package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.RawHttp.Response;
import edgeone.purge.emulator.api.state.ZoneSetup;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What CreatePrefetchTask accepts, what it costs, and what it puts into the caches. */
final class PrefetchApiTest {
    private static final String ZONE = "zone-2x5demo00001";
    private static final String WWW = "www.example.com";
    private static final Instant START = Instant.parse("2026-06-01T03:00:00.250Z");

    /** The clock stands still unless a test moves it. */
    private final AtomicReference<Instant> time = new AtomicReference<>(START);

    private EmbeddedEdgeOne emulator;
    private ApiCaller caller;

    @BeforeEach
    void start() {
        emulator = EmbeddedEdgeOne.start(options());
        caller = caller(emulator);
    }

    private EmulatorOptions options() {
        return EmulatorOptions.defaults()
                .withClock(time::get)
                .withVisibilityLag(Duration.ZERO)
                .withProcessing(Duration.ofSeconds(10));
    }

    private static ApiCaller caller(EmbeddedEdgeOne of) {
        return ApiCaller.of(of).with("X-TC-Timestamp", String.valueOf(START.getEpochSecond()));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    {"Targets":["http://www.example.com/"]} | MissingParameter: The request is missing a required parameter `ZoneId`.
                    {"ZoneId":"zone-2x5demo00001"} | MissingParameter: The request is missing a required parameter `Targets`.
                    {"ZoneId":"zone-2x5demo00001","Targets":[]} | InvalidParameterValue: The value `[]` specified in the parameter `Targets` is not valid.
                    {"ZoneId":"zone-2x5demo00001","Targets":["a"],"Type":"prefetch_url"} | UnknownParameter: The parameter `Type` is not recognized.
                    {"ZoneId":"zone-2x5demo00001","Targets":["a"],"Mode":"middle"} | InvalidParameterValue: The value `middle` specified in the parameter `Mode` is not valid.
                    {"ZoneId":"zone-2x5demo00001","Targets":["a"],"PrefetchMediaSegments":true} | InvalidParameter: Parameter `PrefetchMediaSegments` type error.
                    {"ZoneId":"zone-2x5demo00001","Targets":["a"],"Headers":[]} | InvalidParameterValue: The value `[]` specified in the parameter `Headers` is not valid.
                    {"ZoneId":"zone-2x5demo00001","Targets":["a"],"Headers":[{"Name":"Accept"}]} | MissingParameter: The request is missing a required parameter `Headers.0.Value`.
                    {"ZoneId":"zone-2x5demo00001","Targets":["a"],"Headers":[{"Name":"a b","Value":"c"}]} | InvalidParameter.ParameterError: Parameter error: Headers a b.
                    {"ZoneId":"zone-none","Targets":["a"]} | InvalidParameter.ZoneNotFound: The zone zone-none is not found.
                    {"ZoneId":"zone-2x5demo00006","Targets":["a"]} | OperationDenied.ZoneNotActive: The zone zone-2x5demo00006 is locked.
                    {"ZoneId":"zone-2x5demo00005","Targets":["http://www.example.net/"]} | LimitExceeded.BatchQuota: 1 resources were submitted at once, which exceeds the limit of 0.
                    """)
    void refusals(String body, String refusal) throws IOException {
        assertThat(caller.refusal("CreatePrefetchTask", body)).isEqualTo(refusal);
        assertThat(emulator.accepted()).isEmpty();
    }

    @Test
    void aHeaderCannotSmuggleInAnother() throws IOException {
        String body =
                "{\"ZoneId\":\""
                        + ZONE
                        + "\",\"Targets\":[\"http://www.example.com/a.txt\"],\"Headers\":"
                        + "[{\"Name\":\"A\",\"Value\":\"b\\r\\nC: d\"}]}";
        assertThat(caller.refusal("CreatePrefetchTask", body))
                .startsWith("InvalidParameter.ParameterError");
    }

    @Test
    void itIsListedWithThePrefetchesOnly() throws IOException {
        String jobId = prefetch(url("/a.txt"), url("/none"), "http://elsewhere.test/");
        assertThat(tasks("DescribePurgeTasks", jobId).path("TotalCount").intValue()).isZero();
        assertThat(statuses(jobId)).containsExactly("processing", "processing");
        time.set(START.plusSeconds(10));
        assertThat(statuses(jobId)).containsExactly("success", "invalid");
        assertThat(tasks("DescribePrefetchTasks", jobId).path("Tasks").get(0).toString())
                .isEqualTo(
                        "{\"JobId\":\""
                                + jobId
                                + "\",\"Target\":\"http://www.example.com/a.txt\","
                                + "\"Type\":\"prefetch_url\",\"Status\":\"success\","
                                + "\"CreateTime\":\"2026-06-01T03:00:00Z\","
                                + "\"UpdateTime\":\"2026-06-01T03:00:07Z\"}");
        String byType =
                "{\"ZoneId\":\""
                        + ZONE
                        + "\",\"Filters\":[{\"Name\":\"job-id\",\"Values\":[\"a\"]},"
                        + "{\"Name\":\"type\",\"Values\":[\"prefetch_url\"]}]}";
        assertThat(caller.refusal("DescribePrefetchTasks", byType))
                .startsWith("InvalidParameterValue");
        assertThat(caller.refusal("DescribePurgeTasks", byType))
                .startsWith("InvalidParameter.ParameterError");
    }

    @Test
    void onceItIsDoneEveryNodeHasTheObjects() throws IOException {
        prefetch(url("/a.txt"), url("/none"));
        put("/a.txt", "text/plain", "changed since");
        time.set(START.plusSeconds(10));
        for (String node : List.of("0", "1")) {
            Response reply = edge("/a.txt", node);
            assertThat(reply.header("EO-Cache-Status")).isEqualTo("HIT");
            assertThat(reply.text()).isEqualTo("/a.txt of www.example.com\n");
        }
        assertThat(edge("/none", "0").header("EO-Cache-Status")).isEqualTo("MISS");
    }

    @Test
    void beforeItIsDoneNoNodeHasThem() throws IOException {
        prefetch(url("/a.txt"));
        time.set(START.plusSeconds(9));
        assertThat(edge("/a.txt", "0").header("EO-Cache-Status")).isEqualTo("MISS");
    }

    @Test
    void whatWasFetchedBeforeAPurgeDoesNotSurviveIt() throws IOException {
        caller.call(
                "CreatePurgeTask",
                "{\"ZoneId\":\""
                        + ZONE
                        + "\",\"Type\":\"purge_host\",\"Targets\":[\""
                        + WWW
                        + "\"]}");
        time.set(START.plusSeconds(5));
        prefetch(url("/a.txt"));
        time.set(START.plusSeconds(15));
        assertThat(edge("/a.txt", "0").header("EO-Cache-Status")).isEqualTo("MISS");

        time.set(START.plusSeconds(16));
        prefetch(url("/css/site.css"));
        time.set(START.plusSeconds(26));
        assertThat(edge("/css/site.css", "0").header("EO-Cache-Status")).isEqualTo("HIT");
    }

    @Test
    void eachUrlCostsQuotaAndEdgeModeHasItsOwn() throws IOException {
        long before = left();
        prefetch(url("/a.txt"), url("/none"), url("/a.txt"), "http://elsewhere.test/");
        assertThat(left()).isEqualTo(before - 2);
        assertThat(caller.refusal("CreatePrefetchTask", edgeMode(0, 500))).isEmpty();
        assertThat(caller.refusal("CreatePrefetchTask", edgeMode(500, 500))).isEmpty();
        assertThat(left()).isEqualTo(before - 2);
        assertThat(caller.refusal("CreatePrefetchTask", edgeMode(1_000, 1)))
                .startsWith("LimitExceeded.DailyQuota");
        assertThat(caller.refusal("CreatePrefetchTask", edgeMode(0, 501)))
                .isEqualTo(
                        "LimitExceeded.BatchQuota: 501 resources were submitted at once, which"
                                + " exceeds the limit of 500.");
    }

    @Test
    void aZoneWithoutPrefetchListsNoQuota() throws IOException {
        JsonNode quota = caller.call("DescribeContentQuota", "{\"ZoneId\":\"zone-2x5demo00005\"}");
        assertThat(quota.path("PrefetchQuota").toString()).isEqualTo("[]");
    }

    @Test
    void mediaSegmentsAreFetchedThreeDeepAndCostQuota() throws IOException {
        playlist("/one.m3u8", "#EXTM3U", "two.m3u8", "1.ts", "http://elsewhere.test/x.ts");
        playlist("/two.m3u8", "three.m3u8", "/2.ts", "2.ts");
        playlist("/three.m3u8", "four.m3u8", "3.ts", "gone.ts");
        playlist("/four.m3u8", "4.ts");
        for (int n = 1; n <= 4; n++) {
            put("/" + n + ".ts", "video/mp2t", "segment " + n);
        }
        long before = left();
        String jobId = withSegments(url("/one.m3u8"));
        // The target, two playlists below it, and the segments of all three.
        assertThat(left()).isEqualTo(before - 6);
        time.set(START.plusSeconds(10));
        assertThat(statuses(jobId)).containsExactly("success");
        assertThat(hits("/1.ts", "/2.ts", "/3.ts", "/two.m3u8", "/three.m3u8"))
                .containsExactly("HIT", "HIT", "HIT", "HIT", "HIT");
        assertThat(hits("/4.ts", "/four.m3u8")).containsExactly("MISS", "MISS");
    }

    @Test
    void segmentsOverTheQuotaAreLeftOut() throws IOException {
        ZoneSetup zone = ZoneSetup.of(ZONE, "example.com", WWW).withQuota("prefetch_url", 5, 3);
        try (var small = EmbeddedEdgeOne.start(options().withZones(List.of(zone)))) {
            emulator.close();
            emulator = small;
            caller = caller(small);
            playlist("/one.m3u8", "1.ts", "2.ts", "3.ts");
            for (int n = 1; n <= 3; n++) {
                put("/" + n + ".ts", "video/mp2t", "segment " + n);
            }
            withSegments(url("/one.m3u8"));
            assertThat(left()).isZero();
            time.set(START.plusSeconds(10));
            assertThat(hits("/1.ts", "/2.ts", "/3.ts")).containsExactly("HIT", "HIT", "MISS");
        }
    }

    @Test
    void aSharedFolderRemembersIt(@TempDir Path folder) throws IOException {
        try (var first = EmbeddedEdgeOne.start(options().withFolder(folder))) {
            ApiCaller to = caller(first);
            to.call("CreatePrefetchTask", edgeMode(0, 2));
        }
        try (var second = EmbeddedEdgeOne.start(options().withFolder(folder))) {
            assertThat(second.accepted()).hasSize(1);
            assertThat(second.accepted().getFirst().isPrefetch()).isTrue();
            assertThat(caller(second).refusal("CreatePrefetchTask", edgeMode(0, 500))).isEmpty();
            assertThat(caller(second).refusal("CreatePrefetchTask", edgeMode(0, 499)))
                    .startsWith("LimitExceeded.DailyQuota");
        }
    }

    private static String url(String path) {
        return "http://" + WWW + path;
    }

    private String prefetch(String... targets) throws IOException {
        return create("", targets);
    }

    private String withSegments(String... targets) throws IOException {
        return create(",\"PrefetchMediaSegments\":\"on\"", targets);
    }

    private String create(String more, String... targets) throws IOException {
        String list =
                List.of(targets).stream()
                        .map(t -> "\"" + t + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        return caller.call(
                        "CreatePrefetchTask",
                        "{\"ZoneId\":\"" + ZONE + "\",\"Targets\":" + list + more + "}")
                .path("JobId")
                .stringValue();
    }

    private static String edgeMode(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "\"http://" + WWW + "/" + i + "\"")
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"ZoneId\":\"" + ZONE + "\",\"Mode\":\"edge\",\"Targets\":[",
                                "]}"));
    }

    private long left() throws IOException {
        return caller.call("DescribeContentQuota", "{\"ZoneId\":\"" + ZONE + "\"}")
                .path("PrefetchQuota")
                .get(0)
                .path("DailyAvailable")
                .longValue();
    }

    private List<String> statuses(String jobId) throws IOException {
        return tasks("DescribePrefetchTasks", jobId).path("Tasks").findValuesAsString("Status");
    }

    private JsonNode tasks(String action, String jobId) throws IOException {
        return caller.call(
                action,
                "{\"ZoneId\":\""
                        + ZONE
                        + "\",\"Filters\":[{\"Name\":\"job-id\",\"Values\":[\""
                        + jobId
                        + "\"]}]}");
    }

    private void playlist(String path, String... lines) throws IOException {
        put(path, "application/vnd.apple.mpegurl", String.join("\n", lines));
    }

    private void put(String path, String type, String body) throws IOException {
        RawHttp.send(
                emulator.origin(),
                "PUT",
                path,
                Map.of("Host", WWW, "Content-Type", type),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private Response edge(String path, String node) throws IOException {
        return RawHttp.send(
                emulator.edge(),
                "GET",
                path,
                Map.of("Host", WWW, "X-Edge-Node", node),
                new byte[0]);
    }

    private List<String> hits(String... paths) throws IOException {
        List<String> hits = new ArrayList<>();
        for (String path : paths) {
            hits.add(edge(path, "1").header("EO-Cache-Status"));
        }
        return hits;
    }
}

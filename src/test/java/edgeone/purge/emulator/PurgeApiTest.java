package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.faults.FaultPlan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What CreatePurgeTask accepts, and how DescribePurgeTasks and the quota show it. */
final class PurgeApiTest {
    private static final String ZONE = "zone-2x5demo00001";
    private static final Instant START = Instant.parse("2026-06-01T03:00:00.250Z");

    /** The clock stands still unless a test moves it. */
    private final AtomicReference<Instant> time = new AtomicReference<>(START);

    private EmbeddedEdgeOne emulator;
    private ApiCaller caller;

    @BeforeEach
    void start() {
        emulator =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withClock(time::get)
                                .withVisibilityLag(Duration.ofSeconds(1))
                                .withProcessing(Duration.ofSeconds(10)));
        caller =
                ApiCaller.of(emulator)
                        .with("X-TC-Timestamp", String.valueOf(START.getEpochSecond()));
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
                    {"Type":"purge_url","Targets":["http://www.example.com/"]} | MissingParameter: The request is missing a required parameter `ZoneId`.
                    {"ZoneId":"zone-2x5demo00001"} | MissingParameter: The request is missing a required parameter `Type`.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_url"} | MissingParameter: The request is missing a required parameter `Targets`.
                    {"ZoneId":"zone-2x5demo00001","Type":"PURGE_URL","Targets":["a"]} | InvalidParameterValue: The value `PURGE_URL` specified in the parameter `Type` is not valid.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_host","Method":"drop","Targets":["a"]} | InvalidParameterValue: The value `drop` specified in the parameter `Method` is not valid.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_url","Targets":[]} | InvalidParameterValue: The value `[]` specified in the parameter `Targets` is not valid.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_url","Targets":"a"} | InvalidParameter: Parameter `Targets` type error.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_url","Targets":[1]} | InvalidParameter: Parameter `Targets.0` type error.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_all","Targets":["a"]} | InvalidParameter.ParameterError: Parameter error: purge_all takes no Targets.
                    {"ZoneId":"*","Type":"purge_all"} | InvalidParameter.ParameterError: Parameter error: ZoneId * is not allowed with purge_all.
                    {"ZoneId":"zone-none","Type":"purge_all"} | InvalidParameter.ZoneNotFound: The zone zone-none is not found.
                    {"ZoneId":"zone-2x5demo00006","Type":"purge_all"} | OperationDenied.ZoneNotActive: The zone zone-2x5demo00006 is locked.
                    {"ZoneId":"zone-2x5demo00005","Type":"purge_cache_tag","Targets":["a"]} | LimitExceeded.PackNotAllow: The plan of the zone does not support purge_cache_tag.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_cache_tag","Targets":["a"],"CacheTag":{}} | MissingParameter: The request is missing a required parameter `CacheTag.Domains`.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_cache_tag","Targets":["a"],"CacheTag":{"Domains":["x.org"]}} | InvalidParameter.DomainNotFound: The domain x.org does not exist or does not belong to you.
                    {"ZoneId":"zone-2x5demo00001","Type":"purge_all","Targetss":1} | UnknownParameter: The parameter `Targetss` is not recognized.
                    """)
    void refusals(String body, String refusal) throws IOException {
        assertThat(caller.refusal("CreatePurgeTask", body)).isEqualTo(refusal);
        assertThat(emulator.accepted()).isEmpty();
    }

    @Test
    void invalidTargetsAreGroupedByReason() throws IOException {
        JsonNode reply =
                create(
                        ZONE,
                        "purge_url",
                        "http://www.example.com/ok",
                        "https://a.b.preview.example.com/?q=1",
                        "http://example.com/",
                        "http://preview.example.com/",
                        "http://www.example.com:8080/",
                        "www.example.com/no-scheme",
                        "http://www.example.com/文");
        assertThat(reply.path("FailedList").toString())
                .isEqualTo(
                        "[{\"Reason\":\"domain not valid\",\"Targets\":[\"http://example.com/\","
                            + "\"http://preview.example.com/\",\"http://www.example.com:8080/\"]},{\"Reason\":\"url"
                            + " not valid\",\"Targets\":["
                            + "\"www.example.com/no-scheme\",\"http://www.example.com/文\"]}]");
        assertThat(emulator.accepted().getFirst().targets())
                .containsExactly(
                        "http://www.example.com/ok", "https://a.b.preview.example.com/?q=1");
    }

    @Test
    void everyTypeHasItsOwnTargets() throws IOException {
        assertThat(failed("purge_prefix", "http://www.example.com/a/", "http://www.example.com/a"))
                .containsExactly("http://www.example.com/a");
        assertThat(
                        failed(
                                "purge_host",
                                "www.example.com",
                                "x.preview.example.com",
                                "*.preview.example.com"))
                .containsExactly("*.preview.example.com");
        assertThat(failed("purge_cache_tag", "tag1", "two words", "a,b", ""))
                .containsExactly("two words", "a,b", "");
    }

    private List<String> failed(String type, String... targets) throws IOException {
        return create(ZONE, type, targets)
                .path("FailedList")
                .path(0)
                .path("Targets")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    @Test
    void ifAllTargetsFailThereIsNoJob() throws IOException {
        JsonNode reply = create(ZONE, "purge_host", "www.elsewhere.org");
        assertThat(reply.path("JobId").stringValue()).isEmpty();
        assertThat(reply.path("FailedList").size()).isEqualTo(1);
        assertThat(emulator.accepted()).isEmpty();
    }

    @Test
    void methodsAreDefaultedAndFixed() throws IOException {
        create(ZONE, "purge_prefix", "http://www.example.com/a/");
        create(ZONE, "purge_cache_tag", "tag1");
        caller.call(
                "CreatePurgeTask",
                "{\"ZoneId\":\"" + ZONE + "\",\"Type\":\"purge_all\",\"Method\":\"delete\"}");
        caller.call(
                "CreatePurgeTask",
                "{\"ZoneId\":\""
                        + ZONE
                        + "\",\"Type\":\"purge_url\",\"Method\":\"invalidate\","
                        + "\"Targets\":[\"http://www.example.com/\"]}");
        assertThat(emulator.accepted())
                .extracting(j -> j.type() + " " + j.method())
                .containsExactly(
                        "purge_prefix invalidate",
                        "purge_cache_tag delete",
                        "purge_all delete",
                        "purge_url delete");
        assertThat(emulator.accepted().get(2).targets()).containsExactly("example.com");
    }

    @Test
    void cacheTagMayBeDemanded() throws IOException {
        try (var strict =
                EmbeddedEdgeOne.start(EmulatorOptions.defaults().withCacheTagMayBeMissing(false))) {
            ApiCaller strictCaller = ApiCaller.of(strict);
            String tag =
                    "{\"ZoneId\":\"" + ZONE + "\",\"Type\":\"purge_cache_tag\",\"Targets\":[\"t\"]";
            assertThat(strictCaller.refusal("CreatePurgeTask", tag + "}"))
                    .isEqualTo(
                            "MissingParameter: The request is missing a required parameter"
                                    + " `CacheTag`.");
            assertThat(
                            strictCaller.refusal(
                                    "CreatePurgeTask",
                                    tag + ",\"CacheTag\":{\"Domains\":[\"www.example.com\"]}}"))
                    .isEmpty();
        }
    }

    @Test
    void zoneStarSendsEachTargetToItsZone() throws IOException {
        JsonNode reply =
                create(
                        "*",
                        "purge_host",
                        "www.example.com",
                        "doris.apache.org",
                        "no.example.invalid");
        assertThat(reply.path("FailedList").path(0).path("Targets").path(0).stringValue())
                .isEqualTo("no.example.invalid");
        assertThat(emulator.accepted())
                .extracting(j -> j.zoneId() + " " + j.jobId())
                .containsExactly(
                        ZONE + " " + reply.path("JobId").stringValue(),
                        "zone-2x5demo00002 " + reply.path("JobId").stringValue());
    }

    @Test
    void quotaIsCheckedByBatchThenByDayAndCountsDown() throws IOException {
        String zone = "zone-2x5demo00005";
        assertThat(caller.refusal("CreatePurgeTask", urls(zone, 0, 101)))
                .isEqualTo(
                        "LimitExceeded.BatchQuota: 101 resources were submitted at once, which"
                                + " exceeds the limit of 100.");
        for (int i = 0; i < 4; i++) {
            assertThat(caller.refusal("CreatePurgeTask", urls(zone, i * 100, 100))).isEmpty();
        }
        assertThat(caller.refusal("CreatePurgeTask", urls(zone, 400, 60))).isEmpty();
        assertThat(available(zone)).isEqualTo(40);
        assertThat(caller.refusal("CreatePurgeTask", urls(zone, 500, 41)))
                .isEqualTo(
                        "LimitExceeded.DailyQuota: 41 resources were submitted, 40 are left of the"
                                + " daily quota.");
        assertThat(caller.refusal("CreatePurgeTask", urls(zone, 500, 40))).isEmpty();
        assertThat(available(zone)).isZero();
        Instant tomorrow = Instant.parse("2026-06-01T16:00:00Z");
        time.set(tomorrow);
        caller = caller.with("X-TC-Timestamp", String.valueOf(tomorrow.getEpochSecond()));
        assertThat(available(zone)).isEqualTo(500);
    }

    @Test
    void rowsGoFromUnseenOverProcessingToSuccess() throws IOException {
        String jobId =
                create(ZONE, "purge_url", "http://www.example.com/1", "http://www.example.com/2")
                        .path("JobId")
                        .stringValue();
        String query = byJob(jobId);
        assertThat(tasks(query).path("TotalCount").intValue()).isZero();
        assertThat(tasks(query).path("Tasks").isArray()).isTrue();
        time.set(START.plusMillis(1_000));
        assertThat(statuses(query)).containsExactly("processing", "processing");
        time.set(START.plusMillis(7_500));
        assertThat(statuses(query)).containsExactly("success", "processing");
        time.set(START.plusMillis(10_000));
        JsonNode row = tasks(query).path("Tasks").get(1);
        assertThat(row.toString())
                .isEqualTo(
                        "{\"JobId\":\""
                                + jobId
                                + "\",\"Target\":\"http://www.example.com/2\","
                                + "\"Type\":\"purge_url\",\"Method\":\"delete\",\"Status\":\"success\","
                                + "\"CreateTime\":\"2026-06-01T03:00:00Z\","
                                + "\"UpdateTime\":\"2026-06-01T03:00:10Z\"}");
    }

    @Test
    void rowsMayFail() throws IOException {
        emulator.useFaults(FaultPlan.parse("row=failed:originPullFailed@nth=2;row=timeout@nth=3"));
        String jobId = create(ZONE, "purge_cache_tag", "a", "b", "c").path("JobId").stringValue();
        time.set(START.plusSeconds(10));
        assertThat(statuses(byJob(jobId))).containsExactly("success", "failed", "timeout");
        JsonNode rows = tasks(byJob(jobId)).path("Tasks");
        assertThat(rows.get(1).path("FailType").stringValue()).isEqualTo("originPullFailed");
        assertThat(rows.get(1).path("FailMessage").stringValue()).contains("Origin-pull");
        assertThat(rows.get(2).has("FailType")).isFalse();
        String some =
                byJob(jobId).replace("[{", "[" + filter("statuses", "failed", "timeout") + ",{");
        assertThat(statuses(some)).containsExactly("failed", "timeout");
    }

    @Test
    void filtersAreAndedAndTheirValuesOred() throws IOException {
        create(ZONE, "purge_url", "http://www.example.com/1", "http://img.example.com/2");
        create(ZONE, "purge_host", "img.example.com");
        create(ZONE, "purge_cache_tag", "img");
        time.set(START.plusSeconds(2));
        assertThat(targets(filter("domains", "img.example.com", "static.example.com")))
                .containsExactly("img.example.com", "http://img.example.com/2");
        assertThat(
                        targets(
                                filter("domains", "img.example.com")
                                        + ","
                                        + filter("type", "purge_url")))
                .containsExactly("http://img.example.com/2");
        assertThat(targets(filter("target", "img"))).containsExactly("img");
        assertThat(targets(filter("target", "img").replace("]}", "],\"Fuzzy\":true}")))
                .containsExactly("img", "img.example.com", "http://img.example.com/2");
    }

    @Test
    void pagesAreStableAndCounted() throws IOException {
        caller.call("CreatePurgeTask", urls(ZONE, 0, 1_000));
        caller.call("CreatePurgeTask", urls(ZONE, 1_000, 500));
        time.set(START.plusSeconds(2));
        String window =
                "\"StartTime\":\"2026-06-01T11:00:00+08:00\",\"EndTime\":\"2026-06-01T03:00:00Z\"";
        JsonNode first = tasks(window + ",\"Limit\":1000");
        JsonNode second = tasks(window + ",\"Limit\":1000,\"Offset\":1000");
        assertThat(first.path("TotalCount").intValue()).isEqualTo(1_500);
        assertThat(second.path("TotalCount").intValue()).isEqualTo(1_500);
        List<String> targets = first.path("Tasks").findValuesAsString("Target");
        targets.addAll(second.path("Tasks").findValuesAsString("Target"));
        assertThat(targets).hasSize(1_500).doesNotHaveDuplicates();
        assertThat(tasks(window).path("Tasks").size()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    "Limit":1 | InvalidParameter.ParameterError
                    "StartTime":"2026-06-01T00:00:00Z" | InvalidParameter.ParameterError
                    "StartTime":"2026-06-01T00:00:00Z","EndTime":"2026-06-08T00:00:01Z" | InvalidParameter.ParameterError
                    "StartTime":"2026-06-01T00:00:00Z","EndTime":"2026-06-08T00:00:00Z" | ''
                    "StartTime":"2026-06-02T00:00:00Z","EndTime":"2026-06-01T00:00:00Z" | InvalidParameter.ParameterError
                    "StartTime":"yesterday","EndTime":"2026-06-01T00:00:00Z" | InvalidParameter.ParameterError
                    "Filters":[{"Name":"job-id","Values":["a"]}] | ''
                    "Filters":[{"Name":"job-id","Values":["a","b"]}] | InvalidParameter.ParameterError
                    "Filters":[{"Name":"job-id","Values":["a"]},{"Name":"status","Values":["success"]}] | InvalidParameterValue
                    "Filters":[{"Name":"job-id","Values":["a"]},{"Name":"statuses","Values":["done"]}] | InvalidParameter.ParameterError
                    "Filters":[{"Name":"job-id","Values":["a"]}],"Limit":1001 | InvalidParameterValue
                    "Filters":[{"Name":"job-id","Values":["a"]}],"Limit":0 | InvalidParameterValue
                    "Filters":[{"Name":"job-id","Values":["a"]}],"Offset":-1 | InvalidParameterValue
                    """)
    void queries(String members, String code) throws IOException {
        String body = "{\"ZoneId\":\"" + ZONE + "\"," + members + "}";
        assertThat(caller.refusal("DescribePurgeTasks", body).replaceFirst(":.*", ""))
                .isEqualTo(code);
    }

    @Test
    void theTwentyFirstRequestInASecondIsRefusedForThatActionAndKeyOnly() throws IOException {
        String quota = "{\"ZoneId\":\"" + ZONE + "\"}";
        for (int i = 0; i < 20; i++) {
            assertThat(caller.refusal("DescribeContentQuota", quota)).isEmpty();
        }
        assertThat(caller.refusal("DescribeContentQuota", quota))
                .isEqualTo(
                        "RequestLimitExceeded: Your current request times equals to `21` in a"
                            + " second, which exceeds the frequency limit `20` for a second. Please"
                            + " reduce the frequency of calls.");
        assertThat(caller.refusal("DescribeZones", "{}")).isEmpty();
        ApiCaller other =
                caller.with("secret-id", DemoAccount.TEMPORARY_SECRET_ID)
                        .with("secret-key", DemoAccount.TEMPORARY_SECRET_KEY)
                        .with("X-TC-Token", DemoAccount.TEMPORARY_TOKEN);
        assertThat(other.refusal("DescribeContentQuota", quota)).isEmpty();
        assertThat(emulator.calls()).hasSize(23);
        assertThat(emulator.calls().get(20).error()).isEqualTo("RequestLimitExceeded");
    }

    @Test
    void keysOfAnAccountMayShareTheRate() throws IOException {
        try (var shared =
                EmbeddedEdgeOne.start(EmulatorOptions.defaults().withRateOfAccount(true))) {
            ApiCaller mine = ApiCaller.of(shared);
            ApiCaller other =
                    mine.with("secret-id", DemoAccount.TEMPORARY_SECRET_ID)
                            .with("secret-key", DemoAccount.TEMPORARY_SECRET_KEY)
                            .with("X-TC-Token", DemoAccount.TEMPORARY_TOKEN);
            for (int i = 0; i < 10; i++) {
                assertThat(mine.refusal("DescribeZones", "{}")).isEmpty();
                assertThat(other.refusal("DescribeZones", "{}")).isEmpty();
            }
            assertThat(other.refusal("DescribeZones", "{}")).startsWith("RequestLimitExceeded");
        }
    }

    @Test
    void zonesMayBeOthers() throws IOException {
        ZoneSetup zone =
                ZoneSetup.of("zone-mine", "mine.test", "a.mine.test").withQuota("purge_url", 2, 3);
        try (var mine =
                EmbeddedEdgeOne.start(EmulatorOptions.defaults().withZones(List.of(zone)))) {
            String body =
                    "{\"ZoneId\":\"zone-mine\",\"Type\":\"purge_url\",\"Targets\":["
                        + "\"http://a.mine.test/1\",\"http://a.mine.test/2\",\"http://a.mine.test/3\"]}";
            assertThat(ApiCaller.of(mine).refusal("CreatePurgeTask", body))
                    .startsWith("LimitExceeded.BatchQuota");
        }
    }

    private JsonNode create(String zone, String type, String... targets) throws IOException {
        String list =
                List.of(targets).stream()
                        .map(t -> "\"" + t + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        return caller.call(
                "CreatePurgeTask",
                "{\"ZoneId\":\"" + zone + "\",\"Type\":\"" + type + "\",\"Targets\":" + list + "}");
    }

    private static String urls(String zone, int from, int count) {
        String host = zone.equals(ZONE) ? "www.example.com" : "www.example.net";
        return IntStream.range(from, from + count)
                .mapToObj(i -> "\"http://" + host + "/" + i + "\"")
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"ZoneId\":\"" + zone + "\",\"Type\":\"purge_url\",\"Targets\":[",
                                "]}"));
    }

    private long available(String zone) throws IOException {
        return caller.call("DescribeContentQuota", "{\"ZoneId\":\"" + zone + "\"}")
                .path("PurgeQuota")
                .valueStream()
                .filter(q -> q.path("Type").stringValue().equals("purge_url"))
                .findFirst()
                .orElseThrow()
                .path("DailyAvailable")
                .longValue();
    }

    private static String byJob(String jobId) {
        return "\"Filters\":[{\"Name\":\"job-id\",\"Values\":[\"" + jobId + "\"]}]";
    }

    private static String filter(String name, String... values) {
        return "{\"Name\":\"" + name + "\",\"Values\":[\"" + String.join("\",\"", values) + "\"]}";
    }

    private List<String> targets(String filters) throws IOException {
        return tasks(
                        "\"StartTime\":\"2026-06-01T00:00:00Z\",\"EndTime\":\"2026-06-02T00:00:00Z\","
                            + "\"Filters\":["
                                + filters
                                + "]")
                .path("Tasks")
                .findValuesAsString("Target");
    }

    private List<String> statuses(String members) throws IOException {
        return tasks(members).path("Tasks").findValuesAsString("Status");
    }

    private JsonNode tasks(String members) throws IOException {
        return caller.call("DescribePurgeTasks", "{\"ZoneId\":\"" + ZONE + "\"," + members + "}");
    }
}

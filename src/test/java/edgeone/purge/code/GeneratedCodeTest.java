package edgeone.purge.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.api.value.JsonReading;
import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonWriting;
import edgeone.purge.code.RecordingEdgeOne.Arrived;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.emulator.api.call.ApiKey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the code of every language whose tool is here against the embedded EdgeOne, which must be
 * sent the same action and body as was asked for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GeneratedCodeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ZONE = "zone-2x5demo00001";
    private static final long SEED = 20_261_126;
    private static final int HOSTILE = 200;

    @TempDir private Path folder;
    private RecordingEdgeOne edgeOne;
    private TlsEnd tls;
    private int runs;

    /** A call by its action and the JSON of its parameters. */
    private record Call(String action, String parameters) {}

    @BeforeAll
    void start() throws IOException {
        edgeOne = new RecordingEdgeOne();
        tls = new TlsEnd(edgeOne.uri());
    }

    @AfterAll
    void stop() throws IOException {
        tls.close();
        edgeOne.close();
    }

    private static List<Call> calls() {
        String zone = "{\"ZoneId\":\"" + ZONE + "\"";
        String purge = zone + ",\"Type\":\"";
        return List.of(
                purge(purge, "purge_url\",\"Targets\":[\"https://www.example.com/a?b=c&d='e'\"]}"),
                purge(
                        purge,
                        "purge_prefix\",\"Method\":\"delete\",\"Targets\":"
                            + "[\"https://www.example.com/a/\",\"http://img.example.com/b/\"]}"),
                purge(purge, "purge_host\",\"Targets\":[\"www.example.com\"]}"),
                purge(purge, "purge_all\",\"Method\":\"invalidate\"}"),
                purge(
                        purge,
                        "purge_cache_tag\",\"Targets\":[\"tag1\",\"tag2\"],"
                                + "\"CacheTag\":{\"Domains\":[\"www.example.com\"]}}"),
                new Call("DescribeZones", "{}"),
                new Call(
                        "DescribeZones",
                        "{\"Offset\":0,\"Limit\":5,\"Filters\":[{\"Name\":\"zone-name\","
                                + "\"Values\":[\"example\"],\"Fuzzy\":true}],\"Order\":\"area\","
                                + "\"Direction\":\"asc\"}"),
                new Call("DescribeAccelerationDomains", zone + ",\"Limit\":200,\"Match\":\"any\"}"),
                new Call("DescribeContentQuota", zone + "}"),
                new Call(
                        "DescribePurgeTasks",
                        zone
                                + ",\"StartTime\":\"2026-01-01T00:00:00+08:00\","
                                + "\"EndTime\":\"2026-01-02T00:00:00Z\",\"Limit\":1000,"
                                + "\"Filters\":[{\"Name\":\"statuses\","
                                + "\"Values\":[\"success\",\"failed\"]}]}"),
                new Call(
                        "DescribePurgeTasks",
                        zone
                                + ",\"Filters\":[{\"Name\":\"job-id\","
                                + "\"Values\":[\"20ga521cpwch\"]}]}"));
    }

    private static Call purge(String start, String rest) {
        return new Call("CreatePurgeTask", start + rest);
    }

    @ParameterizedTest
    @EnumSource(SampleTool.class)
    void everyCallArrivesAsAsked(SampleTool tool) throws Exception {
        skipUnlessRun(tool);
        for (Call call : isSlow(tool) ? calls().subList(0, 1) : calls()) {
            SampleRun ended = run(tool, call, edgeOne.key());
            assertThat(ended.exit()).as("%s %s%n%s", tool, call, ended).isZero();
            assertThat(ended.out()).as("%s %s", tool, call).contains("RequestId");
            Arrived arrived = onlyCall(tool, ended);
            assertThat(arrived.action()).isEqualTo(call.action());
            assertThat(arrived.body()).as("%s", tool).isEqualTo(JSON.readTree(call.parameters()));
            assertThat(arrived.error()).as("%s %s", tool, call).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(SampleTool.class)
    void aHostileTargetArrivesAsItIs(SampleTool tool) throws Exception {
        skipUnlessRun(tool);
        List<String> targets =
                HostileTexts.of(SEED, HOSTILE).stream()
                        .map(text -> "https://www.example.com/" + text)
                        .toList();
        // Few are options of TCCLI, many are its input.
        List<List<String>> lists = List.of(targets.subList(0, 20), targets);
        for (List<String> some : isSlow(tool) ? lists.subList(1, 2) : lists) {
            JsonNode body =
                    JSON.createObjectNode()
                            .put("ZoneId", ZONE)
                            .put("Type", "purge_url")
                            .set("Targets", JSON.valueToTree(some));
            SampleRun ended =
                    run(tool, new Call("CreatePurgeTask", body.toString()), edgeOne.key());
            assertThat(ended.exit()).as("%s", ended).isZero();
            Arrived arrived = onlyCall(tool, ended);
            assertThat(arrived.body()).as("%s", tool).isEqualTo(body);
            assertThat(arrived.error()).as("%s", tool).isEmpty();
        }
    }

    /** In names, in other parameters, nested, and in types that no parameter has. */
    @ParameterizedTest
    @EnumSource(SampleTool.class)
    void aHostileTextIsOneAnywhere(SampleTool tool) throws Exception {
        skipUnlessRun(tool);
        skipIfSlow(tool);
        assumeTrue(tool.language().sendsUnknown(), "it sends only parameters that it knows");
        List<String> texts = HostileTexts.of(SEED + 1, 40);
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i += 2) {
            members.put(texts.get(i), texts.get(i + 1));
        }
        members.put("ZoneId", texts.getFirst());
        members.put("Numbers", List.of(0, -1, 20_261_126_000L, 1.5));
        members.put("Truths", List.of(true, false));
        members.put("Empty", List.of(List.of(), Map.of()));
        members.put("Keyed", Map.of("0", "zero", "1", texts.get(1)));
        if (tool != SampleTool.NODEJS) {
            // The vendor's SDK for Node.js leaves it out.
            members.put("__proto__", Map.of(texts.get(2), List.of(texts.get(3))));
        }
        JsonNode body = JSON.valueToTree(members);
        SampleRun ended = run(tool, new Call("CreatePurgeTask", body.toString()), edgeOne.key());
        assertThat(onlyCall(tool, ended).body()).as("%s", tool).isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource(SampleTool.class)
    void aTemporaryKeySigns(SampleTool tool) throws Exception {
        skipUnlessRun(tool);
        skipIfSlow(tool);
        ApiKey key =
                new ApiKey(
                        DemoAccount.TEMPORARY_SECRET_ID,
                        DemoAccount.TEMPORARY_SECRET_KEY,
                        DemoAccount.TEMPORARY_TOKEN);
        SampleRun ended = run(tool, new Call("DescribeZones", "{\"Limit\":1}"), key);
        assertThat(onlyCall(tool, ended).error()).as("%s", ended).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SampleTool.class)
    void theCodeParses(SampleTool tool) throws Exception {
        Optional<String> missing = tool.missingParser();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        JsonNode body =
                JSON.createObjectNode()
                        .put("ZoneId", ZONE)
                        .put("Type", "purge_url")
                        .set("Targets", JSON.valueToTree(HostileTexts.of(SEED + 2, HOSTILE)));
        Path dir = newFolder();
        Files.writeString(
                dir.resolve(tool.file()), code(tool, new Call("CreatePurgeTask", body.toString())));
        SampleRun ended = SampleRun.of(tool, tool.parse(), dir, edgeOne.key());
        assertThat(ended.exit()).as("%s", ended).isZero();
        assertThat(dir.resolve(HostileTexts.TRACE)).doesNotExist();
    }

    /** The shell's HMAC, with keys that are shorter than a block, as long, and longer. */
    @Test
    void theShellSignsWithKeysOfAnyLength() throws Exception {
        skipUnlessRun(SampleTool.CURL);
        for (int length : List.of(1, 61, 62, 200)) {
            ApiKey key =
                    new ApiKey("AKID" + length, "k6\\".repeat(length).substring(0, length), null);
            try (RecordingEdgeOne own = new RecordingEdgeOne(key)) {
                String code = code(SampleTool.CURL, new Call("DescribeZones", "{}"), own);
                SampleRun.of(SampleTool.CURL, newFolder(), code, key);
                List<Arrived> arrived = own.take();
                assertThat(arrived).hasSize(1);
                assertThat(arrived.getFirst().error()).as("%d", length).isEmpty();
            }
        }
    }

    /** Java compiles the code at every start; {@code .ci/code} has the patience. */
    private static boolean isSlow(SampleTool tool) {
        return tool == SampleTool.JAVA && System.getenv("EDGEONE_CODE_CLIENTS") == null;
    }

    private static void skipIfSlow(SampleTool tool) {
        assumeTrue(!isSlow(tool), "Java starts slowly; .ci/run code runs this");
    }

    private static void skipUnlessRun(SampleTool tool) {
        Optional<String> missing = tool.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    private Arrived onlyCall(SampleTool tool, SampleRun ended) {
        List<Arrived> arrived = edgeOne.take();
        assertThat(arrived).as("%s %s", tool, ended).hasSize(1);
        return arrived.getFirst();
    }

    private SampleRun run(SampleTool tool, Call call, ApiKey key) throws Exception {
        Path dir = newFolder();
        tool.prepare(dir);
        tls.authority(dir.resolve("authority.pem"));
        edgeOne.take();
        SampleRun ended = SampleRun.of(tool, dir, code(tool, call), key);
        assertThat(dir.resolve(HostileTexts.TRACE)).as("%s", tool).doesNotExist();
        return ended;
    }

    private Path newFolder() throws IOException {
        runs++;
        return Files.createDirectory(folder.resolve("run" + runs));
    }

    private String code(SampleTool tool, Call call) throws Exception {
        return code(tool, call, edgeOne);
    }

    private String code(SampleTool tool, Call call, RecordingEdgeOne to) throws Exception {
        boolean https = tool == SampleTool.TCCLI;
        ApiDescription api = ApiDescription.teo();
        return CodeSamples.of(
                tool.language(),
                new CodeRequest(
                        api.service(),
                        api.version(),
                        call.action(),
                        https,
                        https ? tls.host() : to.uri().getAuthority(),
                        JsonReading.object(call.parameters())));
    }

    /**
     * What is read and written again is the same, so that the tests above compare what was asked.
     */
    @Test
    void jsonIsReadAndWrittenUnchanged() throws Exception {
        List<JsonValue> read = new ArrayList<>();
        for (String text : HostileTexts.of(SEED + 3, 1_000)) {
            String json = JSON.writeValueAsString(Map.of("k", text));
            JsonValue.Members value = JsonReading.object(json);
            assertThat(value.members()).containsEntry("k", new JsonValue.Text(text));
            String written = new JsonWriting(Quotation.JSON::of).text(value);
            assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(json));
            assertThat(written).matches("[ -~]*");
            read.add(value);
        }
        assertThat(read).hasSize(1_000);
    }
}

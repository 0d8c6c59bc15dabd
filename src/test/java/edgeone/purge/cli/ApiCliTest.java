package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.code.CodeLanguage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands {@code actions}, {@code code} and {@code error}. */
final class ApiCliTest {
    private static final String KEY = "keyExampleExampleExampleExample1";
    private static final String PURGE =
            "{\"ZoneId\":\"zone-1\",\"Type\":\"purge_url\",\"Targets\":[\"https://a.test/\"]}";

    @TempDir private Path home;

    @Test
    void actionsAreToldByTheContract() {
        JsonNode said = run("actions", "--json").json();
        assertThat(said.get("actions").findValuesAsString("action"))
                .isEqualTo(ApiDescription.teo().names());
        JsonNode purge = said.get("actions").get(0);
        assertThat(purge.get("kind").stringValue()).isEqualTo("write");
        assertThat(purge.get("perSecond").intValue()).isEqualTo(20);
        assertThat(purge.get("errors").valueStream().map(JsonNode::stringValue))
                .contains("LimitExceeded.DailyQuota");
        JsonNode type = purge.get("parameters").get(1);
        assertThat(type.toString())
                .isEqualTo(
                        "{\"name\":\"Type\",\"type\":\"string\",\"values\":[\"purge_url\","
                                + "\"purge_prefix\",\"purge_host\",\"purge_all\","
                                + "\"purge_cache_tag\"],\"doc\":\"What the targets are: URLs,"
                                + " directories, hostnames, the whole zone, or cache tags.\","
                                + "\"required\":true}");
        JsonNode limit = said.get("actions").get(1).get("parameters").get(4);
        assertThat(limit.get("least").intValue()).isEqualTo(1);
        assertThat(limit.get("most").intValue()).isEqualTo(1_000);
        assertThat(limit.get("default").intValue()).isEqualTo(20);
        assertThat(said.get("commonErrors")).isNotEmpty();
    }

    @Test
    void actionsAreExplainedInBothLanguages() {
        assertThat(run("actions").out())
                .contains(
                        "CreatePurgeTask (write, 20/s)\n",
                        "  Targets (list of string)\n",
                        "    Domains (list of string, required)\n",
                        "  Limit (integer, 1–1000, default 20)\n",
                        "    filter job-id (one value)\n");
        assertThat(run("actions", "--lang", "zh").out())
                .contains("CreatePurgeTask（写，每秒 20 次）", "必填", "站点 ID。");
    }

    @ParameterizedTest
    @EnumSource(CodeLanguage.class)
    void codeIsForTheEndpointAndHoldsNoKey(CodeLanguage language) {
        Ended ended =
                code(language, "--params", PURGE, "--endpoint", "http://127.0.0.1:8500", "--json");
        JsonNode said = ended.json();
        assertThat(said.get("lang").stringValue()).isEqualTo(language.word());
        assertThat(said.get("endpoint").stringValue()).isEqualTo("http://127.0.0.1:8500");
        assertThat(said.get("code").stringValue())
                .contains(
                        "127.0.0.1:8500",
                        "CreatePurgeTask",
                        "https://a.test/",
                        "TENCENTCLOUD_SECRET_ID",
                        "TENCENTCLOUD_SECRET_KEY",
                        "TENCENTCLOUD_TOKEN")
                .endsWith("\n")
                .matches("[ -~\\n]*")
                .doesNotContain(KEY, "AKIDexample");
    }

    @ParameterizedTest
    @EnumSource(CodeLanguage.class)
    void theTextIsTheCode(CodeLanguage language) {
        String code = code(language, "--params", PURGE, "--json").json().get("code").stringValue();
        Ended text = code(language, "--params", PURGE);
        assertThat(text.out()).isEqualTo(code);
        assertThat(text.err()).contains("For https://teo.tencentcloudapi.com");
    }

    @Test
    void aLanguageIsAskedForBesideThatOfTheProgram() {
        Ended none = run("code", "--action", "DescribeZones");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("tccli, curl, java");
        Ended chinese = run("--lang", "zh", "code", "--lang", "curl", "--action", "DescribeZones");
        assertThat(chinese.exit()).as(chinese.err()).isZero();
        assertThat(chinese.err()).contains("未发送任何请求");
        assertThat(run("code", "--lang", "cobol", "--action", "DescribeZones").err())
                .contains("Unknown language \"cobol\"");
        assertThat(run("code", "--lang", "go", "--lang", "php", "--action", "X").exit())
                .isEqualTo(2);
        assertThat(run("actions", "--lang", "curl").err()).contains("--lang takes en or zh");
        assertThat(run("actions", "--lang", "zh", "--lang", "en").exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CreatePurgeTask|{\"ZoneId\":}|--params is not JSON: line 1, column 11.",
                "CreatePurgeTask|{\"ZoneId\":\"z\"|it ends at line 1, column 14.",
                "CreatePurgeTask|[]|must be one JSON object: line 1, column 1.",
                "CreatePurgeTask|{\"ZoneId\":\"z\",\"Type\":\"purge_all\",\"TTL\":1}"
                        + "|TTL: not a parameter of CreatePurgeTask. Known are: ZoneId, Type,",
                "DescribeZones|{\"Limit\":101}|Limit: 101 is not between 1 and 100.",
                "DescribeZones|{\"Offset\":-1}|Offset: -1 is less than 0.",
                "DescribeZones|{\"Filters\":[]}"
                        + "|Filters: the list has fewer entries (0) than 1.",
                "DescribeZone|{}|Unknown action \"DescribeZone\". Known are: CreatePurgeTask,",
                "DescribeZones|@/no/such/file|Cannot read /no/such/file.",
            })
    void badParametersAreNamed(String action, String params, String said) {
        for (String[] command :
                List.of(new String[] {"sign"}, new String[] {"code", "--lang", "curl"})) {
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(List.of("--action", action, "--params", params));
            Ended ended = run(all.toArray(String[]::new));
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.err()).contains(said);
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void whatTheVendorMayKnowBetterIsTakenWhereAsked() {
        String params = "{\"ZoneId\":\"z\",\"Type\":\"purge_new\",\"TTL\":1}";
        Ended refused = code(CodeLanguage.CURL, "--params", params);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("Type:", "TTL:", "--unchecked");
        Ended taken = code(CodeLanguage.CURL, "--params", params, "--unchecked");
        assertThat(taken.exit()).isZero();
        assertThat(taken.err()).contains("Type:", "TTL:");
        assertThat(taken.out()).contains("\"Type\":\"purge_new\",\"TTL\":1");
        Ended tccli = code(CodeLanguage.TCCLI, "--params", params, "--unchecked");
        assertThat(tccli.err()).contains("sends only the parameters that its own version knows");
        Ended action = run("code", "--lang", "python", "--action", "CreateThing", "--unchecked");
        assertThat(action.out()).contains("call_json(\"CreateThing\", params)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Create Purge", "x\");evil(\"", "", "9", "Ä"})
    void anActionIsAlwaysAName(String action) {
        for (CodeLanguage language : CodeLanguage.values()) {
            Ended ended =
                    run("code", "--lang", language.word(), "--action=" + action, "--unchecked");
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void parametersComeFromAFileOrStandardInput() throws Exception {
        Path file = Files.writeString(home.resolve("p.json"), "\uFEFF" + PURGE + "\n");
        String expected = code(CodeLanguage.CURL, "--params", PURGE).out();
        assertThat(code(CodeLanguage.CURL, "--params", "@" + file).out()).isEqualTo(expected);
        Ended piped =
                RealProgram.run(
                        environment(),
                        PURGE.getBytes(StandardCharsets.UTF_8),
                        whole(
                                "code",
                                "--lang",
                                "curl",
                                "--action",
                                "CreatePurgeTask",
                                "--params",
                                "@-"));
        assertThat(piped.out()).isEqualTo(expected);
        Path latin = Files.write(home.resolve("l.json"), new byte[] {'{', (byte) 0xE4, '}'});
        assertThat(code(CodeLanguage.CURL, "--params", "@" + latin).err()).contains("UTF-8");
        Path large = Files.write(home.resolve("x.json"), new byte[10 * 1024 * 1024 + 1]);
        assertThat(code(CodeLanguage.CURL, "--params", "@" + large).err()).contains("10 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LimitExceeded.DailyQuota",
                " LimitExceeded.DailyQuota\n",
                "{\"Response\":{\"Error\":{\"Code\":\"LimitExceeded.DailyQuota\",\"Message\":\"code:"
                    + " X\"},\"RequestId\":\"3c140219-cfe9-470e-b241-907877d6fb03\"}}",
                "{\"Error\":{\"Message\":\"}\",\"Code\":\"LimitExceeded.DailyQuota\"}}",
                "[TencentCloudSDKException] code:LimitExceeded.DailyQuota message:no"
                        + " requestId:3c140219-cfe9-470e-b241-907877d6fb03",
                "[TencentCloudSDKError] Code=LimitExceeded.DailyQuota, Message=no",
            })
    void anErrorIsFoundInWhatIsPasted(String pasted) {
        JsonNode said = run("error", pasted, "--json").json();
        assertThat(said.get("code").stringValue()).isEqualTo("LimitExceeded.DailyQuota");
        assertThat(said.get("class").stringValue()).isEqualTo("quota");
        assertThat(said.get("meaning").stringValue()).startsWith("Today's quota");
        assertThat(said.get("whatToDo").stringValue()).isNotEmpty();
        assertThat(said.get("mayPass").booleanValue()).isFalse();
        assertThat(said.get("known").booleanValue()).isTrue();
        assertThat(said.get("actions").toString())
                .isEqualTo("[\"CreatePurgeTask\",\"CreatePrefetchTask\"]");
        assertThat(said.path("requestId").stringValue(""))
                .isEqualTo(
                        pasted.contains("3c140219") ? "3c140219-cfe9-470e-b241-907877d6fb03" : "");
    }

    @Test
    void errorsAreExplained() {
        assertThat(run("error", "RequestLimitExceeded").out())
                .contains("RequestLimitExceeded (too many requests)\n", "  It may pass:");
        assertThat(run("error", "AuthFailure.SignatureFailure", "--lang", "zh").out())
                .contains("AuthFailure.SignatureFailure（密钥）", "不会自行恢复");
        Ended unknown = run("error", "LimitExceeded.BrandNew");
        assertThat(unknown.exit()).isZero();
        assertThat(unknown.out()).contains("(quota)", "does not know this code");
        JsonNode json = run("error", "LimitExceeded.BrandNew", "--json").json();
        assertThat(json.get("known").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3c140219-cfe9-470e-b241-907877d6fb03|This journal has no call",
                "{\"Response\":{\"RequestId\":\"x\",\"JobId\":\"y\"}}|reports no error",
                "<html>502 Bad Gateway</html>|no error code",
                "{\"Response\":{\"Error\":{\"Code\":\"\\u001b[2J\"}}}|no error code",
                "``|no error code",
            })
    void whatHasNoErrorIsSaid(String pasted, String said) {
        Ended ended = run("error", pasted == null ? "" : pasted);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains(said);
    }

    private Ended code(CodeLanguage language, String... more) {
        List<String> all = new ArrayList<>(List.of("code", "--lang", language.word()));
        all.addAll(List.of("--action", "CreatePurgeTask"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private Ended run(String... arguments) {
        return RealProgram.run(environment(), new byte[0], whole(arguments));
    }

    private String[] whole(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("zh")) {
            all.addAll(List.of("--lang", "en"));
        }
        all.addAll(List.of("--home", home.resolve("home").toString()));
        return all.toArray(String[]::new);
    }

    private static Map<String, String> environment() {
        return Map.of(
                "TENCENTCLOUD_SECRET_ID",
                "AKIDexampleExampleExampleExample0001",
                "TENCENTCLOUD_SECRET_KEY",
                KEY);
    }
}

package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * What is checked before any action: headers, key, clock, signature, JSON, parameters. Each test
 * has its own emulator, for the rate limit.
 */
final class GatewayTest {
    private static final String SIGNATURE =
            "AuthFailure.SignatureFailure: The provided credentials could not be validated."
                    + " Please check your signature is correct.";

    private EmbeddedEdgeOne emulator;
    private ApiCaller caller;

    @BeforeEach
    void start() {
        emulator = EmbeddedEdgeOne.start(EmulatorOptions.defaults().withAnyScopeService(false));
        caller = ApiCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void answersWith200AndTheEnvelopeAndADate() throws IOException {
        var good = caller.send("DescribeZones", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.header("Content-Type")).isEqualTo("application/json");
        assertThat(good.header("Date")).endsWith(" GMT");
        assertThat(good.text()).startsWith("{\"Response\":{\"RequestId\":\"");
        var bad = caller.send("Nonsense", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.text()).contains("\"Error\":{\"Code\":\"InvalidAction\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    secret-key     | wrong                 | AuthFailure.SignatureFailure
                    secret-id      | AKIDunknown           | AuthFailure.SecretIdNotFound
                    service        | cvm                   | AuthFailure.SignatureFailure
                    X-TC-Token     | some                  | AuthFailure.TokenFailure
                    Authorization  | Basic YTpi            | AuthFailure.InvalidAuthorization
                    Authorization  | (none)                | MissingParameter
                    X-TC-Timestamp | (none)                | MissingParameter
                    X-TC-Timestamp | 1700000000            | AuthFailure.SignatureExpire
                    X-TC-Timestamp | yesterday             | InvalidParameter
                    X-TC-Version   | 2022-01-06            | NoSuchVersion
                    X-TC-Version   | (none)                | MissingParameter
                    X-TC-Action    | DescribePlans         | InvalidAction
                    X-TC-Action    | (none)                | MissingParameter
                    Content-Type   | text/plain            | InvalidParameter
                    Content-Type   | application/json      | ''
                    X-TC-Region    | ap-guangzhou          | ''
                    """)
    void headers(String name, String value, String code) throws IOException {
        String refusal = caller.with(name, value).refusal("DescribeZones", "{}");
        assertThat(refusal.replaceFirst(":.*", "")).isEqualTo(code);
    }

    @Test
    void theClockMayBeFiveMinutesOff() throws IOException {
        long now = Instant.now().getEpochSecond();
        for (long off : new long[] {-295, 295}) {
            assertThat(at(now + off).refusal("DescribeZones", "{}")).isEmpty();
        }
        for (long off : new long[] {-305, 305}) {
            assertThat(at(now + off).refusal("DescribeZones", "{}"))
                    .isEqualTo(
                            "AuthFailure.SignatureExpire: The signature is expired, please request"
                                    + " again.");
        }
    }

    private ApiCaller at(long second) {
        return caller.with("X-TC-Timestamp", String.valueOf(second));
    }

    @Test
    void aBodyOtherThanTheSignedOneIsRefused() throws IOException {
        Map<String, String> headers =
                caller.headers("DescribeZones", "{}".getBytes(StandardCharsets.UTF_8));
        byte[] other = "{ }".getBytes(StandardCharsets.UTF_8);
        var reply = RawHttp.send(emulator.endpoint(), "POST", "/", headers, other);
        assertThat(reply.text()).contains("AuthFailure.SignatureFailure");
    }

    @Test
    void theLanguageOfMessagesIsTheOneAskedFor() throws IOException {
        var wrong = caller.with("secret-key", "wrong");
        assertThat(wrong.refusal("DescribeZones", "{}")).isEqualTo(SIGNATURE);
        assertThat(wrong.with("X-TC-Language", "en-US").refusal("DescribeZones", "{}"))
                .isEqualTo(SIGNATURE);
        assertThat(wrong.with("X-TC-Language", "zh-CN").refusal("DescribeZones", "{}"))
                .isEqualTo("AuthFailure.SignatureFailure: 请求签名验证失败，请检查您的签名计算是否正确。");
    }

    @Test
    void onlyPostOnlyAtTheRoot() throws IOException {
        Map<String, String> headers = caller.headers("DescribeZones", new byte[0]);
        var get = RawHttp.send(emulator.endpoint(), "GET", "/", headers, new byte[0]);
        assertThat(get.text()).contains("UnsupportedProtocol");
        var path = RawHttp.send(emulator.endpoint(), "POST", "/v1", headers, new byte[0]);
        assertThat(path.status()).isEqualTo(404);
    }

    @Test
    void tenMegabytesAreAcceptedAndNoMore() throws IOException {
        byte[] most = ("{}" + " ".repeat(10 * 1024 * 1024 - 2)).getBytes(StandardCharsets.UTF_8);
        assertThat(caller.send("DescribeZones", most).text()).contains("TotalCount");
        byte[] more = ("{}" + " ".repeat(10 * 1024 * 1024 - 1)).getBytes(StandardCharsets.UTF_8);
        assertThat(caller.send("DescribeZones", more).text()).contains("RequestSizeLimitExceeded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    not json               | InvalidParameter: The request content not valid json format for specified content-type=application/json.
                    []                     | InvalidParameter: The request content not valid json format for specified content-type=application/json.
                    {} {}                  | InvalidParameter: The request content not valid json format for specified content-type=application/json.
                    {"$schema":"x"}        | UnknownParameter: The parameter `$schema` is not recognized.
                    {"Filters":[]}         | InvalidParameterValue: The value `[]` specified in the parameter `Filters` is not valid.
                    {"Filters":{}}         | InvalidParameter: Parameter `Filters` type error.
                    {"Filters":[{"Name":"zone-id"}]} | MissingParameter: The request is missing a required parameter `Filters.0.Values`.
                    {"Filters":[{"Name":"no","Values":["a"]}]} | InvalidParameterValue: The value `no` specified in the parameter `Filters.0.Name` is not valid.
                    {"Filters":[{"Name":"zone-id","Values":["a"],"Fuzzy":true}]} | InvalidParameterValue: The value `true` specified in the parameter `Filters.0.Fuzzy` is not valid.
                    {"Limit":"20"}         | InvalidParameter: Parameter `Limit` type error.
                    {"Limit":101}          | InvalidParameterValue: The value `101` specified in the parameter `Limit` is not valid.
                    {"Limit":null}         | InvalidParameterValue: The value `null` specified in the parameter `Limit` is not valid.
                    {"Limit":1,"Limit":2}  | InvalidParameter: The request content not valid json format for specified content-type=application/json.
                    {"Order":"size"}       | InvalidParameterValue: The value `size` specified in the parameter `Order` is not valid.
                    """)
    void parameters(String body, String refusal) throws IOException {
        assertThat(caller.refusal("DescribeZones", body)).isEqualTo(refusal);
    }

    @Test
    void zonesAreFilteredSortedAndPaged() throws IOException {
        var named =
                caller.call(
                        "DescribeZones",
                        "{\"Filters\":[{\"Name\":\"zone-name\",\"Values\":[\"example.org\"]}]}");
        assertThat(named.path("Zones").findValuesAsString("AliasZoneName"))
                .containsExactly("example-org-global", "example-org-mainland");
        var fuzzy =
                caller.call(
                        "DescribeZones",
                        "{\"Filters\":[{\"Name\":\"zone-name\",\"Values\":[\"ORG\"],\"Fuzzy\":true}]}");
        assertThat(fuzzy.path("TotalCount").intValue()).isEqualTo(3);
        var page =
                caller.call(
                        "DescribeZones",
                        "{\"Offset\":1,\"Limit\":2,\"Order\":\"zone-name\",\"Direction\":\"asc\"}");
        assertThat(page.path("TotalCount").intValue()).isEqualTo(6);
        assertThat(page.path("Zones").findValuesAsString("ZoneName"))
                .containsExactly("example.com", "example.edu");
        assertThat(page.path("Zones").get(1).path("LockStatus").stringValue()).isEqualTo("disable");
    }

    @Test
    void hostsAreFilteredByAllOrAny() throws IOException {
        String filters =
                "\"Filters\":[{\"Name\":\"domain-name\",\"Values\":[\"img.example.com\"]},"
                        + "{\"Name\":\"domain-name\",\"Values\":[\"www.example.com\"]}]";
        String zone = "{\"ZoneId\":\"zone-2x5demo00001\",";
        var all = caller.call("DescribeAccelerationDomains", zone + filters + "}");
        assertThat(all.path("TotalCount").intValue()).isZero();
        var any =
                caller.call("DescribeAccelerationDomains", zone + filters + ",\"Match\":\"any\"}");
        assertThat(any.path("AccelerationDomains").findValuesAsString("DomainName"))
                .containsExactly("img.example.com", "www.example.com");
        assertThat(caller.refusal("DescribeAccelerationDomains", zone + "\"Limit\":201}"))
                .startsWith("InvalidParameterValue: The value `201`");
        assertThat(caller.refusal("DescribeAccelerationDomains", "{\"ZoneId\":\"zone-none\"}"))
                .startsWith("InvalidParameter.ZoneNotFound");
    }
}

package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.teo.tc3.CanonicalRequest;
import edgeone.purge.teo.tc3.Sha256;
import edgeone.purge.teo.tc3.Signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command {@code sign}, against the published examples and the vectors for teo. */
final class SignCliTest {
    private static final String STARS = "*".repeat(32);
    private static final String ID = "AKID" + STARS;
    private static final String P1 =
            "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_url\","
                    + "\"Targets\":[\"http://www.example.com/a.txt\"]}";
    private static final String JSON = "application/json; charset=utf-8";

    @TempDir private Path home;

    /** Those vectors whose request the program itself would send. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    T1|1700000000|P1|https://teo.tencentcloudapi.com|2023-11-14|\
                    bf8479a6e078d2a697fa4c7ebf268b418aa9c6e77293d42566f72786911b484d\
                    |744043c8e68e7cc2c68a19d8d601226e7c53b70c43efb9c27b528fbe44badbb0
                    T4|1700000000|{}|https://teo.tencentcloudapi.com|2023-11-14|\
                    0d069765a43273e1ea7a703074e7ea257fd9dd5660af6a3a76c8123379153cc3\
                    |a8f3f98e590f3120b8875bfd425d2bb2bfb7a29bbf8cc3dab04c74c5359f0a79
                    T5|1700006399|{}|https://teo.tencentcloudapi.com|2023-11-14|\
                    0d069765a43273e1ea7a703074e7ea257fd9dd5660af6a3a76c8123379153cc3\
                    |f08a824dca177afc4fc1ddde7b90bdaa4a67639e6279d2cb68a8d1eab80466f5
                    T6|1700006400|{}|https://teo.tencentcloudapi.com|2023-11-15|\
                    0d069765a43273e1ea7a703074e7ea257fd9dd5660af6a3a76c8123379153cc3\
                    |76b1baa89277ace72384fdb3259609eb924689f86bf9b2e8348d21de0839493c
                    T7|1700000000|P1 文件|https://teo.tencentcloudapi.com|2023-11-14|\
                    c8dfadbee8d43c4e573677d4bd2c324a5bae21b9b3932b6e663fc243fe715f28\
                    |ef0308ab729c1bc2d3e23c8b04b01b911d0256f8c1c7e42e82affb8342eb00b1
                    T8|1700000000|{}|https://teo.intl.tencentcloudapi.com|2023-11-14|\
                    025bbecdad010591545104934c84aeac47d990dd9cbddd66e1420fa8e6625d40\
                    |b0094acb358509dfdb811712a0a4208c4521f2cf0480adab952fcba3f6d7e5e6
                    T9|1700000000|{}|http://localhost:18080|2023-11-14|\
                    5ea3e2c05e70c844613e680838dbbd46426fe93a18462957b8dc0ae1868863de\
                    |ba2b29b1104c3470be692aa83150f739251cff4173e6f647fa7539f035a34db6
                    """)
    void everyStageIsThatOfTheVector(
            String id,
            long time,
            String body,
            String endpoint,
            String date,
            String canonicalHash,
            String signature)
            throws Exception {
        String sent =
                switch (body) {
                    case "P1" -> P1;
                    case "P1 文件" -> P1.replace("/a.txt", "/文件.txt");
                    default -> body;
                };
        String action = sent.equals("{}") ? "DescribeZones" : "CreatePurgeTask";
        Path file = Files.writeString(home.resolve("body.json"), sent + "\n");
        Ended ended = sign(action, "@" + file, "--timestamp", time + "", "--endpoint", endpoint);
        assertThat(ended.exit()).as(ended.err()).isZero();
        JsonNode said = ended.json();
        String host = endpoint.replaceFirst("^https?://", "");
        String hash = Sha256.hex(sent);
        assertThat(text(said, "body")).isEqualTo(sent);
        assertThat(text(said, "hashedBody")).isEqualTo(hash);
        assertThat(text(said, "canonicalRequest"))
                .isEqualTo(
                        "POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:"
                                + host
                                + "\n\ncontent-type;host\n"
                                + hash);
        assertThat(text(said, "hashedCanonicalRequest")).isEqualTo(canonicalHash);
        assertThat(text(said, "stringToSign"))
                .isEqualTo(
                        "TC3-HMAC-SHA256\n"
                                + time
                                + "\n"
                                + date
                                + "/teo/tc3_request\n"
                                + canonicalHash);
        assertThat(text(said, "signedHeaders")).isEqualTo("content-type;host");
        assertThat(text(said, "signature")).isEqualTo(signature);
        assertThat(text(said, "authorization"))
                .isEqualTo(
                        "TC3-HMAC-SHA256 Credential="
                                + ID
                                + "/"
                                + date
                                + "/teo/tc3_request, SignedHeaders=content-type;host, Signature="
                                + signature);
        assertThat(ended.err()).contains("5 minutes");
    }

    /** The rest, of headers or services that the program does not sign, through the same stages. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A|7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84\
                    |10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f
                    B|5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031\
                    |2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c
                    C|5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031\
                    |72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168
                    D|91c9c192c14460df6c1ffc69e34e6c5e90708de2a6d282cccf957dbf1aa7f3a7\
                    |5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474
                    T2|2fb4beb914addc04802870041d5b18659c31cb536ea2fe24edc1b9aaeceb7912\
                    |dd0e8a7a02764ad0f13cdb5ba8d00aaf9d1df470cb0b338362e14dfd5c08db9a
                    T3|7f51c4ebdcc01fce313f4d665eb7734ace0016d96f180afac6f3644732cc0b7f\
                    |c2eebd63fcb3bd3660482b752b6a61fdf94293fcac35b56c2201316b32dce785
                    T10|d05866a34294836537045c1c618483237e323e33e1ad511e4c7e1bd1f60fbe42\
                    |c44bf57a3aa8136f7ea03ff63cfa1775c9002ab643ed7cab4dd1e46d7070b490
                    """)
    void everyStageOfThePublishedExamples(String id, String canonicalHash, String value) {
        Signature signature = published(id);
        assertThat(signature.request().hash()).isEqualTo(canonicalHash);
        assertThat(signature.text().text()).endsWith("\n" + canonicalHash);
        assertThat(signature.value()).isEqualTo(value);
        assertThat(signature.authorization().headerValue()).endsWith("Signature=" + value);
        assertThat(signature.toString()).doesNotContain("Gu5t9xGARNpq86cd98joQYCN3");
    }

    private static Signature published(String id) {
        String cvm =
                "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"],"
                        + " \"Name\": \"instance-name\"}]}";
        Instant cvmTime = Instant.ofEpochSecond(1_551_113_065);
        Instant teoTime = Instant.ofEpochSecond(1_700_000_000);
        String cvmHost = "cvm.tencentcloudapi.com";
        String teoHost = "teo.tencentcloudapi.com";
        String key = "Gu5t9xGARNpq86cd98joQYCN3";
        return switch (id) {
            case "A" ->
                    of(
                            post(headers(JSON, cvmHost, "DescribeInstances"), cvm),
                            cvmTime,
                            "cvm",
                            STARS);
            case "B" -> of(post(headers(JSON, cvmHost), cvm), cvmTime, "cvm", key + "*******");
            case "C" -> of(post(headers(JSON, cvmHost), cvm), cvmTime, "cvm", key + "EXAMPLE");
            case "D" ->
                    of(
                            new CanonicalRequest(
                                    "GET",
                                    "Limit=10&Offset=0",
                                    headers("application/x-www-form-urlencoded", cvmHost),
                                    Sha256.hex("")),
                            Instant.ofEpochSecond(1_539_084_154),
                            "cvm",
                            key + "EXAMPLE");
            case "T2" ->
                    of(post(headers(JSON, teoHost, "CreatePurgeTask"), P1), teoTime, "teo", STARS);
            case "T3" -> of(post(headers("application/json", teoHost), P1), teoTime, "teo", STARS);
            case "T10" ->
                    of(
                            new CanonicalRequest(
                                    "POST",
                                    "",
                                    headers(JSON, teoHost),
                                    Sha256.hex("UNSIGNED-PAYLOAD")),
                            teoTime,
                            "teo",
                            STARS);
            default -> throw new IllegalArgumentException(id);
        };
    }

    private static Signature of(
            CanonicalRequest request, Instant time, String service, String secretKey) {
        return Signature.of(request, time, service, "AKIDz8krbsJ5yKBZQpn74WFkmLPx3", secretKey);
    }

    private static CanonicalRequest post(Map<String, String> headers, String body) {
        return CanonicalRequest.post(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static TreeMap<String, String> headers(String type, String host, String... action) {
        TreeMap<String, String> headers = new TreeMap<>(Map.of("content-type", type, "host", host));
        for (String name : action) {
            headers.put("x-tc-action", name);
        }
        return headers;
    }

    @Test
    void theTextShowsTheSameStages() {
        Ended ended = plain("sign", "--action", "DescribeZones", "--timestamp", "1700000000");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .contains(
                        "  POST\n  /\n",
                        "  0d069765a43273e1ea7a703074e7ea257fd9dd5660af6a3a76c8123379153cc3\n",
                        "  a8f3f98e590f3120b8875bfd425d2bb2bfb7a29bbf8cc3dab04c74c5359f0a79\n");
        assertThat(ended.err()).contains("Signed for https://teo.tencentcloudapi.com");
    }

    @Test
    void aTimeOfNowIsInTheWindow() {
        Ended ended = sign("DescribeZones", "{}");
        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).doesNotContain("5 minutes");
    }

    @ParameterizedTest
    @CsvSource({"-1, seconds since 1970", "1700000000000, milliseconds", "x, --timestamp"})
    void aTimestampOutOfRangeIsRefused(String timestamp, String said) {
        Ended ended = plain("sign", "--action", "DescribeZones", "--timestamp=" + timestamp);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains(said);
        assertThat(ended.out()).isEmpty();
    }

    private static String text(JsonNode said, String name) {
        return said.get(name).stringValue();
    }

    private Ended sign(String action, String params, String... more) {
        List<String> all = new ArrayList<>(List.of("sign", "--action", action));
        all.addAll(List.of("--params", params, "--json"));
        all.addAll(List.of(more));
        return plain(all.toArray(String[]::new));
    }

    private Ended plain(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--lang", "en", "--home", home.resolve("home").toString()));
        return RealProgram.run(
                Map.of("TENCENTCLOUD_SECRET_ID", ID, "TENCENTCLOUD_SECRET_KEY", STARS),
                new byte[0],
                all.toArray(String[]::new));
    }
}

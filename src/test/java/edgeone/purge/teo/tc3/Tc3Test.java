package edgeone.purge.teo.tc3;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.Sign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Every stage against the published examples, our own teo vectors and the vendor's signer. */
final class Tc3Test {
    private static final String STARS = "*".repeat(32);
    private static final String JSON = "application/json; charset=utf-8";
    private static final String CVM_BODY =
            "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"],"
                    + " \"Name\": \"instance-name\"}]}";
    private static final Instant CVM_TIME = Instant.ofEpochSecond(1_551_113_065);
    private static final String P1 =
            "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_url\","
                    + "\"Targets\":[\"http://www.example.com/a.txt\"]}";

    @Test
    void currentDocumentationStageByStage() {
        CanonicalRequest request = post(cvm("x-tc-action", "DescribeInstances"), CVM_BODY);
        assertThat(request.payloadHash())
                .isEqualTo("35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064");
        assertThat(request.text())
                .isEqualTo(
                        "POST\n/\n\n"
                                + "content-type:application/json; charset=utf-8\n"
                                + "host:cvm.tencentcloudapi.com\n"
                                + "x-tc-action:describeinstances\n"
                                + "\n"
                                + "content-type;host;x-tc-action\n"
                                + request.payloadHash());
        assertThat(request.hash())
                .isEqualTo("7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84");

        StringToSign text = StringToSign.of(request, CVM_TIME, "cvm");
        assertThat(text.text())
                .isEqualTo(
                        "TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n"
                                + request.hash());

        SigningKey key = SigningKey.derive(STARS, text.scope());
        assertThat(key.dateHex())
                .isEqualTo("da98fb70dcf6b112dc21038d1eeeb3a95c74b4dcb12c1131f864f6066bd02be0");
        assertThat(key.serviceHex())
                .isEqualTo("8d70cbefb03939f929db64d32dc2ba89b1095620119fe3e050e2b18c5bd2752f");
        assertThat(key.signingHex())
                .isEqualTo("b596b923aad85185e2d1f6659d2a062e0a86731226e021e61bfe06f7ed05f5af");
        assertThat(key).hasToString("SigningKey");

        String signature = "10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f";
        assertThat(key.sign(text)).isEqualTo(signature);
        Authorization authorization =
                Authorization.sign(request, CVM_TIME, "cvm", "AKID" + STARS, STARS);
        assertThat(authorization.headerValue())
                .isEqualTo(
                        "TC3-HMAC-SHA256 Credential=AKID"
                                + STARS
                                + "/2019-02-25/cvm/tc3_request,"
                                + " SignedHeaders=content-type;host;x-tc-action, Signature="
                                + signature);
        assertThat(authorization)
                .hasToString(
                        "Authorization[2019-02-25/cvm/tc3_request, content-type;host;x-tc-action]");
    }

    @Test
    void olderDocumentation() {
        CanonicalRequest request = post(cvm(), CVM_BODY);
        assertThat(request.hash())
                .isEqualTo("5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031");
        StringToSign text = StringToSign.of(request, CVM_TIME, "cvm");

        SigningKey chinese = SigningKey.derive("Gu5t9xGARNpq86cd98joQYCN3*******", text.scope());
        assertThat(chinese.dateHex()).startsWith("f1cb4d51");
        assertThat(chinese.serviceHex()).startsWith("e7c609ce");
        assertThat(chinese.signingHex()).startsWith("8aa8ab57");
        assertThat(chinese.sign(text))
                .isEqualTo("2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c");

        SigningKey english = SigningKey.derive("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", text.scope());
        assertThat(english.sign(text))
                .isEqualTo("72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    }

    @Test
    void documentedGet() {
        CanonicalRequest request =
                new CanonicalRequest(
                        "GET",
                        "Limit=10&Offset=0",
                        new TreeMap<>(
                                Map.of(
                                        "content-type",
                                        "application/x-www-form-urlencoded",
                                        "host",
                                        "cvm.tencentcloudapi.com")),
                        Sha256.hex(""));
        assertThat(request.hash())
                .isEqualTo("91c9c192c14460df6c1ffc69e34e6c5e90708de2a6d282cccf957dbf1aa7f3a7");
        StringToSign text = StringToSign.of(request, Instant.ofEpochSecond(1_539_084_154), "cvm");
        assertThat(SigningKey.derive("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", text.scope()).sign(text))
                .isEqualTo("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    T1|1700000000|bf8479a6e078d2a697fa4c7ebf268b418aa9c6e77293d42566f72786911b484d\
                    |744043c8e68e7cc2c68a19d8d601226e7c53b70c43efb9c27b528fbe44badbb0
                    T2|1700000000|2fb4beb914addc04802870041d5b18659c31cb536ea2fe24edc1b9aaeceb7912\
                    |dd0e8a7a02764ad0f13cdb5ba8d00aaf9d1df470cb0b338362e14dfd5c08db9a
                    T3|1700000000|7f51c4ebdcc01fce313f4d665eb7734ace0016d96f180afac6f3644732cc0b7f\
                    |c2eebd63fcb3bd3660482b752b6a61fdf94293fcac35b56c2201316b32dce785
                    T4|1700000000|0d069765a43273e1ea7a703074e7ea257fd9dd5660af6a3a76c8123379153cc3\
                    |a8f3f98e590f3120b8875bfd425d2bb2bfb7a29bbf8cc3dab04c74c5359f0a79
                    T5|1700006399|0d069765a43273e1ea7a703074e7ea257fd9dd5660af6a3a76c8123379153cc3\
                    |f08a824dca177afc4fc1ddde7b90bdaa4a67639e6279d2cb68a8d1eab80466f5
                    T6|1700006400|0d069765a43273e1ea7a703074e7ea257fd9dd5660af6a3a76c8123379153cc3\
                    |76b1baa89277ace72384fdb3259609eb924689f86bf9b2e8348d21de0839493c
                    T7|1700000000|c8dfadbee8d43c4e573677d4bd2c324a5bae21b9b3932b6e663fc243fe715f28\
                    |ef0308ab729c1bc2d3e23c8b04b01b911d0256f8c1c7e42e82affb8342eb00b1
                    T8|1700000000|025bbecdad010591545104934c84aeac47d990dd9cbddd66e1420fa8e6625d40\
                    |b0094acb358509dfdb811712a0a4208c4521f2cf0480adab952fcba3f6d7e5e6
                    T9|1700000000|5ea3e2c05e70c844613e680838dbbd46426fe93a18462957b8dc0ae1868863de\
                    |ba2b29b1104c3470be692aa83150f739251cff4173e6f647fa7539f035a34db6
                    T10|1700000000|d05866a34294836537045c1c618483237e323e33e1ad511e4c7e1bd1f60fbe42\
                    |c44bf57a3aa8136f7ea03ff63cfa1775c9002ab643ed7cab4dd1e46d7070b490
                    """)
    void teoVectors(String id, long time, String canonicalHash, String signature) {
        CanonicalRequest request =
                switch (id) {
                    case "T1" -> post(teo(JSON, "teo.tencentcloudapi.com"), P1);
                    case "T2" -> {
                        Map<String, String> headers = teo(JSON, "teo.tencentcloudapi.com");
                        headers.put("X-TC-Action", "CreatePurgeTask");
                        yield post(headers, P1);
                    }
                    case "T3" -> post(teo("application/json", "teo.tencentcloudapi.com"), P1);
                    case "T4", "T5", "T6" -> post(teo(JSON, "teo.tencentcloudapi.com"), "{}");
                    case "T7" ->
                            post(
                                    teo(JSON, "teo.tencentcloudapi.com"),
                                    P1.replace("/a.txt", "/文件.txt"));
                    case "T8" -> post(teo(JSON, "teo.intl.tencentcloudapi.com"), "{}");
                    case "T9" -> post(teo(JSON, "localhost:18080"), "{}");
                    case "T10" ->
                            new CanonicalRequest(
                                    "POST",
                                    "",
                                    new TreeMap<>(teo(JSON, "teo.tencentcloudapi.com")),
                                    Sha256.hex("UNSIGNED-PAYLOAD"));
                    default -> throw new IllegalArgumentException(id);
                };
        assertThat(request.hash()).isEqualTo(canonicalHash);
        StringToSign text = StringToSign.of(request, Instant.ofEpochSecond(time), "teo");
        assertThat(SigningKey.derive(STARS, text.scope()).sign(text)).isEqualTo(signature);
    }

    @Test
    void theScopeIsTheDayInUtc() {
        assertThat(CredentialScope.at(Instant.parse("2023-11-14T23:59:59Z"), "teo").date())
                .isEqualTo(LocalDate.of(2023, 11, 14));
        assertThat(CredentialScope.at(Instant.parse("2023-11-15T00:00:00Z"), "teo").text())
                .isEqualTo("2023-11-15/teo/tc3_request");
    }

    /** The vendor's primitives, composed as in its client. */
    @Test
    void agreesWithTheVendorsSignerOnRandomRequests() throws Exception {
        Random random = new Random(20_220_901);
        for (int i = 0; i < 1_000; i++) {
            String secretId = "AKID" + word(random, 32);
            String secretKey = word(random, 1 + random.nextInt(80));
            String host = "teo." + word(random, 8).toLowerCase(java.util.Locale.ROOT) + ".test";
            long time = random.nextLong(4_102_444_800L);
            byte[] body = new byte[random.nextInt(2_000)];
            random.nextBytes(body);

            String canonical =
                    "POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:"
                            + host
                            + "\n\ncontent-type;host\n"
                            + Sign.sha256Hex(body);
            String date =
                    DateTimeFormatter.ISO_LOCAL_DATE
                            .withZone(ZoneOffset.UTC)
                            .format(Instant.ofEpochSecond(time));
            String toSign =
                    "TC3-HMAC-SHA256\n"
                            + time
                            + "\n"
                            + date
                            + "/teo/tc3_request\n"
                            + Sign.sha256Hex(canonical);
            byte[] key = Sign.hmac256(("TC3" + secretKey).getBytes(StandardCharsets.UTF_8), date);
            byte[] signing = Sign.hmac256(Sign.hmac256(key, "teo"), "tc3_request");
            String expected = HexFormat.of().formatHex(Sign.hmac256(signing, toSign));

            Authorization ours =
                    Authorization.sign(
                            CanonicalRequest.post(teo(JSON, host), body),
                            Instant.ofEpochSecond(time),
                            "teo",
                            secretId,
                            secretKey);
            assertThat(ours.signature()).as("request %d", i).isEqualTo(expected);
        }
    }

    private static CanonicalRequest post(Map<String, String> headers, String body) {
        return CanonicalRequest.post(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> cvm(String... more) {
        Map<String, String> headers = teo(JSON, "cvm.tencentcloudapi.com");
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return headers;
    }

    private static Map<String, String> teo(String contentType, String host) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Host", host);
        return headers;
    }

    private static String word(Random random, int length) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*/+=";
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length() - 4)));
        }
        return word.toString();
    }
}

package edgeone.purge.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.emulator.api.call.ApiKey;
import edgeone.purge.emulator.http.Header;
import edgeone.purge.emulator.http.Received;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The public signatures of TC3-HMAC-SHA256, and ten of this API's own. */
final class Tc3CheckTest {
    private static final String STARS = "*".repeat(32);
    private static final String JSON = "application/json; charset=utf-8";
    private static final String P1 =
            "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_url\","
                    + "\"Targets\":[\"http://www.example.com/a.txt\"]}";
    private static final String CVM =
            "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"],"
                    + " \"Name\": \"instance-name\"}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A | 10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f
                    B | 2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c
                    C | 72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168
                    D | 5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474
                    T1 | 744043c8e68e7cc2c68a19d8d601226e7c53b70c43efb9c27b528fbe44badbb0
                    T2 | dd0e8a7a02764ad0f13cdb5ba8d00aaf9d1df470cb0b338362e14dfd5c08db9a
                    T3 | c2eebd63fcb3bd3660482b752b6a61fdf94293fcac35b56c2201316b32dce785
                    T4 | a8f3f98e590f3120b8875bfd425d2bb2bfb7a29bbf8cc3dab04c74c5359f0a79
                    T5 | f08a824dca177afc4fc1ddde7b90bdaa4a67639e6279d2cb68a8d1eab80466f5
                    T6 | 76b1baa89277ace72384fdb3259609eb924689f86bf9b2e8348d21de0839493c
                    T7 | ef0308ab729c1bc2d3e23c8b04b01b911d0256f8c1c7e42e82affb8342eb00b1
                    T8 | b0094acb358509dfdb811712a0a4208c4521f2cf0480adab952fcba3f6d7e5e6
                    T9 | ba2b29b1104c3470be692aa83150f739251cff4173e6f647fa7539f035a34db6
                    T10 | c44bf57a3aa8136f7ea03ff63cfa1775c9002ab643ed7cab4dd1e46d7070b490
                    """)
    void acceptsThePublishedSignaturesAndNoOthers(String name, String signature) throws Exception {
        Example example = example(name);
        var check = new Tc3Check(List.of(example.key), true);
        byte[] body = example.body.getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.ofEpochSecond(example.second);
        assertThat(check.verify(example.request(signature), body, now)).isEqualTo(example.key);
        String other = (signature.charAt(0) == '0' ? "1" : "0") + signature.substring(1);
        assertThatThrownBy(() -> check.verify(example.request(other), body, now))
                .hasMessageStartingWith("AuthFailure.SignatureFailure");
    }

    @Test
    void aScopeOfAnotherServiceIsAcceptedOnlyInCompatibility() throws Exception {
        Example cvm = example("A");
        var strict = new Tc3Check(List.of(cvm.key), false);
        String signature = "10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f";
        assertThatThrownBy(
                        () ->
                                strict.verify(
                                        cvm.request(signature),
                                        cvm.body.getBytes(StandardCharsets.UTF_8),
                                        Instant.ofEpochSecond(cvm.second)))
                .hasMessageStartingWith("AuthFailure.SignatureFailure");
    }

    private static Example example(String name) {
        String action = "content-type;host;x-tc-action";
        Example teo = Example.teo(1_700_000_000, "{}");
        Example purge = Example.teo(1_700_000_000, P1);
        ApiKey older =
                new ApiKey(
                        "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                        "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE",
                        null);
        Example cvm =
                new Example(
                        older,
                        "cvm",
                        1_551_113_065,
                        "POST",
                        "/",
                        CVM,
                        "content-type;host",
                        List.of(
                                new Header("Content-Type", JSON),
                                new Header("Host", "cvm.tencentcloudapi.com")));
        return switch (name) {
            case "A" ->
                    cvm.by(new ApiKey("AKID" + STARS, STARS, null))
                            .signing(action)
                            .and("X-TC-Action", "DescribeInstances");
            case "B" ->
                    cvm.by(
                            new ApiKey(
                                    "AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******",
                                    "Gu5t9xGARNpq86cd98joQYCN3*******",
                                    null));
            case "C" -> cvm;
            case "D" ->
                    new Example(
                            older,
                            "cvm",
                            1_539_084_154,
                            "GET",
                            "/?Limit=10&Offset=0",
                            "",
                            "content-type;host",
                            List.of(
                                    new Header("Content-Type", "application/x-www-form-urlencoded"),
                                    new Header("Host", "cvm.tencentcloudapi.com")));
            case "T1" -> purge;
            case "T2" -> purge.signing(action).and("X-TC-Action", "CreatePurgeTask");
            case "T3" -> purge.but("Content-Type", "application/json");
            case "T4" -> teo;
            case "T5" -> Example.teo(1_700_006_399, "{}");
            case "T6" -> Example.teo(1_700_006_400, "{}");
            case "T7" -> Example.teo(1_700_000_000, P1.replace("/a.txt", "/文件.txt"));
            case "T8" -> teo.but("Host", "teo.intl.tencentcloudapi.com");
            case "T9" -> teo.but("Host", "localhost:18080");
            default -> purge.and("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD");
        };
    }

    private record Example(
            ApiKey key,
            String service,
            long second,
            String method,
            String target,
            String body,
            String signed,
            List<Header> headers) {
        static Example teo(long second, String body) {
            return new Example(
                    new ApiKey("AKID" + STARS, STARS, null),
                    "teo",
                    second,
                    "POST",
                    "/",
                    body,
                    "content-type;host",
                    List.of(
                            new Header("Content-Type", JSON),
                            new Header("Host", "teo.tencentcloudapi.com")));
        }

        Example by(ApiKey other) {
            return new Example(other, service, second, method, target, body, signed, headers);
        }

        Example signing(String names) {
            return new Example(key, service, second, method, target, body, names, headers);
        }

        Example and(String name, String value) {
            List<Header> more = new ArrayList<>(headers);
            more.add(new Header(name, value));
            return new Example(key, service, second, method, target, body, signed, more);
        }

        Example but(String name, String value) {
            List<Header> others = new ArrayList<>(headers);
            others.removeIf(h -> h.name().equals(name));
            return new Example(key, service, second, method, target, body, signed, others)
                    .and(name, value);
        }

        Received request(String signature) {
            String date =
                    Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC).toLocalDate().toString();
            String authorization =
                    "TC3-HMAC-SHA256 Credential="
                            + key.secretId()
                            + "/"
                            + date
                            + "/"
                            + service
                            + "/tc3_request, SignedHeaders="
                            + signed
                            + ", Signature="
                            + signature;
            Example sent =
                    and("Authorization", authorization)
                            .and("X-TC-Timestamp", String.valueOf(second));
            return new Received(method, target, sent.headers, InputStream.nullInputStream());
        }
    }
}

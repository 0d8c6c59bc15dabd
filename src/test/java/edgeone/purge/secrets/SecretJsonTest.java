package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Secrets as JSON: what is written, and what is rejected. */
final class SecretJsonTest {
    private final SecretJson json = new SecretJson();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String key(Secret secret) {
        return String.valueOf(secret.key());
    }

    @Test
    void oneSecretComesBack() throws Exception {
        byte[] written = json.write(new Secret("k\"é".toCharArray(), "t".toCharArray()));
        assertThat(new String(written, StandardCharsets.US_ASCII))
                .isEqualTo("{\"key\":\"k\\\"\\u00E9\",\"token\":\"t\"}");
        Secret read = json.read(written);
        assertThat(key(read)).isEqualTo("k\"é");
        assertThat(String.valueOf(read.token())).isEqualTo("t");
    }

    @Test
    void allSecretsComeBack() throws Exception {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        secrets.put("a", new Secret("1".toCharArray(), null));
        secrets.put("b", new Secret("2".toCharArray(), "t".toCharArray()));
        Map<String, Secret> read = json.readAll(json.writeAll(secrets));

        assertThat(read).containsOnlyKeys("a", "b");
        assertThat(key(read.get("a"))).isEqualTo("1");
        assertThat(read.get("a").hasToken()).isFalse();
        assertThat(String.valueOf(read.get("b").token())).isEqualTo("t");
        assertThat(json.readAll(bytes("{}"))).isEmpty();
    }

    @Test
    void membersOfALaterVersionAreIgnored() throws Exception {
        assertThat(key(json.read(bytes("{\"note\":\"n\",\"key\":\"k\"}")))).isEqualTo("k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"key\"",
                "null",
                "{}",
                "{\"token\":\"t\"}",
                "{\"key\":1}",
                "{\"key\":null}",
                "{\"key\":\"k\"",
                "{\"key\":\"k\"} {}",
                "{\"key\":\"k\",\"token\":[]}",
            })
    void anythingElseIsNotASecret(String text) {
        assertThatThrownBy(() -> json.read(bytes(text)))
                .isInstanceOf(SecretJson.MalformedException.class)
                .hasMessage("not a secret")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "{} {}",
                "{\"a\":[]}",
                "{\"a\":\"k\"}",
                "{\"a\":1,\"key\":\"k\"}",
                "{\"a\":{\"key\":\"k\"}",
                "{\"a\":{\"key\":\"k\"}} 1",
                "{\"a\":{}}",
            })
    void anythingElseHoldsNoSecrets(String text) {
        assertThatThrownBy(() -> json.readAll(bytes(text)))
                .isInstanceOf(SecretJson.MalformedException.class)
                .hasNoCause();
    }
}

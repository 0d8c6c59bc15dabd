package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

final class KnownSecretsTest {
    private static final String KEY = "CanaryKeyQ7xT2mZ9vR4bN8pL3kJ6hG1";
    private static final String TARGET = "https://internal.example.com/internal-proxy/a.js";

    private final KnownSecrets known = new KnownSecrets();

    @Test
    void everyFormIsTakenOutOfWordsAndTheRestStays() {
        known.add("prod", secret(KEY));
        byte[] key = KEY.getBytes(StandardCharsets.UTF_8);
        byte[] header = ("user:" + KEY).getBytes(StandardCharsets.UTF_8);
        for (String form :
                List.of(
                        KEY,
                        HexFormat.of().formatHex(key),
                        Base64.getEncoder().encodeToString(key))) {
            assertThat(known.words("密钥 <" + form + "> and " + form + "!"))
                    .startsWith("密钥 <***")
                    .endsWith("!")
                    .doesNotContain(form.substring(4, 20));
        }
        assertThat(known.words(Base64.getEncoder().encodeToString(header))).contains("***");
        assertThat(known.words("Signature=" + "0a".repeat(32))).isEqualTo("Signature=***");
        assertThat(known.value("job-" + KEY)).isEqualTo("job-***");
        assertThat(known.words(TARGET)).isEqualTo(TARGET);
    }

    /** A secret that is also a word must not change what is purged, or what is found again. */
    @Test
    void aShortSecretNeverChangesAValue() {
        known.addProxyPassword("proxy", secret("internal-proxy"));
        known.add("own", secret("example"));
        assertThat(known.value(TARGET)).isEqualTo(TARGET);
        assertThat(known.words("said internal-proxy")).isEqualTo("said ***");
    }

    @Test
    void aPassphraseIsLookedForInABundleAndNowhereElse() {
        String passphrase = "correct horse battery";
        known.addPassphrase("passphrase", passphrase.toCharArray());
        known.addPassphrase("short", "log".toCharArray());
        assertThat(known.words(passphrase)).isEqualTo(passphrase);
        assertThat(known.scan().scan(passphrase.getBytes(StandardCharsets.UTF_8))).isPresent();
        assertThat(known.names()).containsExactly("passphrase");
        assertThat(known.tooShort()).containsExactly("short");
    }

    @Test
    void aFindingNamesARenamedAccountByItsNameOfToday() {
        known.add("alpha", secret(KEY));
        known.add("beta", secret(KEY));
        assertThat(known.names()).containsExactly("beta");
        assertThat(known.scan().scan(KEY.getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(finding -> assertThat(finding.name()).isEqualTo("beta"));
    }

    private static Secret secret(String key) {
        return new Secret(key.toCharArray(), null);
    }
}

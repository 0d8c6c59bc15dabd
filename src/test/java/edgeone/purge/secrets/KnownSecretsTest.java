package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;

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
    void everyFormIsRemovedFromTextAndTheRestStays() {
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

    /** A secret that is also an ordinary word must not change targets or IDs. */
    @Test
    void aShortSecretNeverChangesAValue() {
        known.addProxyPassword("proxy", secret("internal-proxy"));
        known.add("own", secret("example"));
        assertThat(known.value(TARGET)).isEqualTo(TARGET);
        assertThat(known.words("said internal-proxy")).isEqualTo("said ***");
    }

    @Test
    void thePasswordOfTheTeamDatabaseIsRemovedFromText() {
        known.addTeamPassword("team database", secret("pass-of-the-team"));
        assertThat(known.words("password pass-of-the-team was refused"))
                .isEqualTo("password *** was refused");
        assertThat(known.names()).containsExactly("team database");
    }

    @Test
    void aPassphraseIsSearchedForInABundleOnly() {
        String passphrase = "correct horse battery";
        known.addPassphrase("passphrase", passphrase.toCharArray());
        known.addPassphrase("short", "log".toCharArray());
        assertThat(known.words(passphrase)).isEqualTo(passphrase);
        assertThat(known.scan().scan(passphrase.getBytes(StandardCharsets.UTF_8))).isPresent();
        assertThat(known.names()).containsExactly("passphrase");
        assertThat(known.tooShort()).containsExactly("short");
    }

    @Test
    void aFindingNamesARenamedAccountByItsCurrentName() {
        known.add("alpha", secret(KEY));
        known.add("beta", secret(KEY));
        assertThat(known.names()).containsExactly("beta");
        assertThat(known.scan().scan(KEY.getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(finding -> assertThat(finding.name()).isEqualTo("beta"));
    }

    @Test
    void aSecretIsKnownByItsLatestName() {
        known.add("first", new Secret(KEY.toCharArray(), "t".repeat(20).toCharArray()));
        known.add("second", secret(KEY));
        assertThat(known.names()).containsExactlyInAnyOrder("first", "second");
        known.add("third", secret(KEY + "x"));
        assertThat(known.names()).containsExactlyInAnyOrder("first", "second", "third");
        assertThat(known.words("t".repeat(20))).isEqualTo("***");
    }

    @Test
    void keyAndTokenAreRenamedTogether() {
        known.add("first", new Secret(KEY.toCharArray(), "t".repeat(20).toCharArray()));
        known.add("second", new Secret(KEY.toCharArray(), "t".repeat(20).toCharArray()));
        assertThat(known.names()).containsExactly("second");
    }

    @Test
    void aSecretKnownByItsAccountKeepsThatName() {
        known.add("prod", secret(KEY));
        known.add(new Credentials("AKIDx", KEY, null));
        assertThat(known.names()).containsExactly("prod");
    }

    @Test
    void aClientsCredentialsAreNamedByTheirId() {
        known.add(new Credentials("AKIDx", KEY, null));
        known.add(new Credentials("AKIDx", KEY, "token".repeat(5)));

        assertThat(known.names()).containsExactly("SecretId " + Fingerprint.of("AKIDx"));
        assertThat(known.words(KEY)).isEqualTo("***");
        assertThat(known.words("token".repeat(5))).isEqualTo("***");
    }

    @Test
    void aSecretMustBeLongEnoughToBeRemoved() {
        known.add("7", secret("abcdefg"));
        known.add("8", secret("hijklmno"));
        known.add("15", secret("0123456789ABCDE"));
        known.add("16", secret("fghij0123456789p"));

        assertThat(known.words("abcdefg hijklmno")).isEqualTo("abcdefg ***");
        assertThat(known.value("0123456789ABCDE fghij0123456789p"))
                .isEqualTo("0123456789ABCDE ***");
        known.addPassphrase("11", "elevenchars".toCharArray());
        known.addPassphrase("12", "twelve chars".toCharArray());
        assertThat(known.tooShort()).containsExactly("11");
        assertThat(known.names()).contains("12").doesNotContain("11");
    }

    @Test
    void adjacentSecretsAreBothRemoved() {
        known.add("prod", secret(KEY));

        assertThat(known.words(KEY + KEY)).isEqualTo("******");
        assertThat(known.words("a" + KEY + "b" + KEY + "c")).isEqualTo("a***b***c");
    }

    @Test
    void ofTwoSecretsWithTheSamePrefixTheLongerIsRemovedWhole() {
        known.add("short", secret(KEY));
        known.add("long", secret(KEY + "AndMore"));
        known.add("middle", secret(KEY + "And"));

        assertThat(known.words(KEY + "AndMore!")).isEqualTo("***!");
        assertThat(known.words(KEY + "AndLess!")).isEqualTo("***Less!");
    }

    @Test
    void closedItKnowsNothing() {
        known.add("prod", secret(KEY));
        known.addPassphrase("short", "log".toCharArray());
        assertThat(known.words(KEY)).isEqualTo("***");
        known.close();

        assertThat(known.names()).isEmpty();
        assertThat(known.tooShort()).isEmpty();
        assertThat(known.words(KEY)).isEqualTo(KEY);
    }

    private static Secret secret(String key) {
        return new Secret(key.toCharArray(), null);
    }
}

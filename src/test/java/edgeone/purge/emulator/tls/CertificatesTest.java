package edgeone.purge.emulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is written here, read by Java's own parser. */
final class CertificatesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    @Test
    void theAuthoritySignsServersOnly() throws Exception {
        X509Certificate authority = Authority.create(NOW).certificate();

        assertThat(authority.getVersion()).isEqualTo(3);
        assertThat(authority.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(authority.getSubjectX500Principal().getName())
                .isEqualTo("CN=EdgeOne Purge Console emulator");
        assertThat(authority.getIssuerX500Principal())
                .isEqualTo(authority.getSubjectX500Principal());
        assertThat(authority.getSerialNumber().signum()).isEqualTo(1);
        assertThat(authority.getBasicConstraints()).as("authorities below it").isZero();
        assertThat(set(authority.getKeyUsage())).containsExactly(5, 6);
        assertThat(authority.getNotBefore().toInstant()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(authority.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(3650)));
        assertThat(authority.getCriticalExtensionOIDs())
                .containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        authority.verify(authority.getPublicKey());
    }

    @Test
    void aServerIsForItsNames() throws Exception {
        Authority authority = Authority.create(NOW);
        List<ServerName> names =
                Stream.of("localhost", "127.0.0.1", "::1", "*.Example.com", "清除.example.com")
                        .map(ServerName::parse)
                        .toList();

        X509Certificate server = authority.issue(names, NOW).chain().getFirst();

        assertThat(server.getSubjectAlternativeNames())
                .containsExactly(
                        List.of(DNS_NAME, "localhost"),
                        List.of(IP_ADDRESS, "127.0.0.1"),
                        List.of(IP_ADDRESS, "0:0:0:0:0:0:0:1"),
                        List.of(DNS_NAME, "*.example.com"),
                        List.of(DNS_NAME, "xn--c5w447f.example.com"));
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(set(server.getKeyUsage())).containsExactly(0);
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(keyId(server, "2.5.29.35"))
                .as("key of the authority, as the authority names it")
                .isEqualTo(keyId(authority.certificate(), "2.5.29.14"))
                .isNotEqualTo(keyId(server, "2.5.29.14"));
        assertThat(
                        Duration.between(
                                server.getNotBefore().toInstant(),
                                server.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(397));
        assertThat(server.getSerialNumber())
                .isNotEqualTo(authority.certificate().getSerialNumber());
        validate(server, authority);
        assertThatThrownBy(() -> validate(server, Authority.create(NOW)))
                .isInstanceOf(CertPathValidatorException.class);
    }

    /** Lengths of one, two and three bytes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, 300, 3000})
    void anyNumberOfNamesIsRead(int count) throws Exception {
        Authority authority = Authority.create(NOW);
        List<ServerName> names =
                IntStream.range(0, count)
                        .mapToObj(n -> ServerName.parse("host-" + n + ".long.example.com"))
                        .toList();
        X509Certificate server = authority.issue(names, NOW).chain().getFirst();
        assertThat(server.getSubjectAlternativeNames()).hasSize(count);
        validate(server, authority);
    }

    /** Four digits from 2050 on. */
    @ParameterizedTest
    @ValueSource(strings = {"2039-12-31T23:59:59Z", "2045-06-07T08:09:10Z", "2060-01-01T00:00:00Z"})
    void timesAreReadAsWritten(Instant now) throws Exception {
        X509Certificate authority = Authority.create(now).certificate();
        assertThat(authority.getNotBefore().toInstant()).isEqualTo(now.minus(Duration.ofDays(1)));
        assertThat(authority.getNotAfter().toInstant()).isEqualTo(now.plus(Duration.ofDays(3650)));
    }

    @ParameterizedTest
    @CsvSource({
        "LOCALHOST, localhost",
        "teo.tencentcloudapi.com, teo.tencentcloudapi.com",
        "my_host, my_host",
        "10.0.0.7, 10.0.0.7",
        "[::1], 0:0:0:0:0:0:0:1",
        "1.2.3.4.example.com, 1.2.3.4.example.com"
    })
    void aNameIsRead(String given, String text) {
        assertThat(ServerName.parse(given).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "https://localhost",
                "localhost:8443",
                "-a",
                "a..b",
                "*",
                "a.*.b",
                "1.2.3",
                "300.1.1.1",
                "1.2.3.4.",
                "::g",
                "[::1",
                "a/b",
                "\u001bx",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example"
            })
    void whatIsNoNameIsRefused(String given) {
        assertThatThrownBy(() -> ServerName.parse(given))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyOfAnotherAuthorityIsRefused() throws Exception {
        Authority one = Authority.create(NOW);
        Authority other = Authority.create(NOW);
        assertThatThrownBy(() -> new Authority(one.key(), other.certificate()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static void validate(X509Certificate server, Authority authority)
            throws GeneralSecurityException {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)),
                        parameters);
    }

    private static int[] set(boolean[] bits) {
        return IntStream.range(0, bits.length).filter(i -> bits[i]).toArray();
    }

    /** The end of the extension, which is where both kinds have the key's ID. */
    private static byte[] keyId(X509Certificate certificate, String oid) {
        byte[] value = certificate.getExtensionValue(oid);
        return Arrays.copyOfRange(value, value.length - 20, value.length);
    }
}

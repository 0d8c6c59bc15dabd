package edgeone.purge.emulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

final class AuthorityFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir private Path home;

    @Test
    void theAuthorityIsKept() throws Exception {
        AuthorityFiles files = new AuthorityFiles(folder());
        Authority first = files.open(NOW);
        Authority later = new AuthorityFiles(folder()).open(NOW.plus(Duration.ofDays(3000)));

        assertThat(later.certificate()).isEqualTo(first.certificate());
        assertThat(
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(
                                                Files.readAllBytes(files.caFile()))))
                .isEqualTo(first.certificate());
        assertThat(Files.readString(files.caFile())).doesNotContain("PRIVATE");
    }

    @Test
    void itsFilesAreForTheirOwnerOnly() throws Exception {
        new AuthorityFiles(folder()).open(NOW);
        Path key = folder().resolve("authority.pem");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).hasSizeGreaterThan(1).allSatisfy(f -> assertOwnerOnly(f));
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        new AuthorityFiles(folder()).open(NOW);
        assertOwnerOnly(key);
    }

    @Test
    void oneAboutToEndIsReplaced() throws Exception {
        Authority first = new AuthorityFiles(folder()).open(NOW);
        AuthorityFiles files = new AuthorityFiles(folder());
        Authority later = files.open(NOW.plus(Duration.ofDays(3400)));
        assertThat(later.certificate()).isNotEqualTo(first.certificate());
        assertThat(
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(
                                                Files.readAllBytes(files.caFile()))))
                .isEqualTo(later.certificate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void aDamagedOneIsRefusedAndLeftAsItIs(String content) throws Exception {
        Path file = folder().resolve("authority.pem");
        Files.createDirectories(folder());
        Files.writeString(file, content);
        assertThatThrownBy(() -> new AuthorityFiles(folder()).open(NOW))
                .isInstanceOfSatisfying(
                        DamagedAuthorityException.class, e -> assertThat(e.file()).isEqualTo(file));
        assertThat(file).hasContent(content);
    }

    @Test
    void severalAtOnceShareOne() throws Exception {
        List<Future<Authority>> opened = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                opened.add(threads.submit(() -> new AuthorityFiles(folder()).open(NOW)));
            }
        }
        var certificates = new HashSet<>();
        for (Future<Authority> one : opened) {
            certificates.add(one.get().certificate());
        }
        assertThat(certificates).hasSize(1);
    }

    private Path folder() {
        return home.resolve("emulator-tls");
    }

    private static void assertOwnerOnly(Path file) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as(file.toString())
                .isEqualTo("rw-------");
    }
}

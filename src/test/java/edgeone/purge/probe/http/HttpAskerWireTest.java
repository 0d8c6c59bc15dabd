package edgeone.purge.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.ProbeTrouble;
import edgeone.purge.probe.Asker.Manner;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Question;
import edgeone.purge.teo.net.NetworkOptions;

import okhttp3.tls.HeldCertificate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** What is asked, and what is made of the answers, on real connections. */
final class HttpAskerWireTest {
    private static final String TARGET = "http://www.example.com/img/logo.png?v=1";
    private static final String SECURE = "https://www.example.com/img/logo.png";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PART =
            """
            HTTP/1.1 206 Partial Content\r
            Date: Thu, 26 Nov 2026 10:00:30 GMT\r
            EO-Cache-Status: HIT\r
            EO-LOG-UUID: 42\r
            Age: 7\r
            ETag: "v1"\r
            Last-Modified: Mon, 05 Jan 2026 08:00:00 GMT\r
            Vary: Accept-Encoding\r
            Set-Cookie: a=b\r
            Content-Range: bytes 0-0/1234\r
            Content-Length: 1\r
            \r
            x\
            """;

    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @TempDir private Path folder;

    @Test
    void asksForTheFirstByteWithoutAnythingOfItsOwn() throws IOException {
        try (WildEdge edge = WildEdge.says(PART)) {
            Probe probe = ask(TARGET, edge, false);
            assertThat(probe.target()).isEqualTo(TARGET);
            assertThat(probe.edge()).isEqualTo(edge.address());
            assertThat(probe.answer())
                    .isEqualTo(
                            new Answer(
                                    206,
                                    "HIT",
                                    7L,
                                    Instant.parse("2026-11-26T10:00:30Z"),
                                    "\"v1\"",
                                    "Mon, 05 Jan 2026 08:00:00 GMT",
                                    "Accept-Encoding",
                                    1234L,
                                    null,
                                    null,
                                    null,
                                    "42"));
            assertThat(edge.heads())
                    .singleElement()
                    .satisfies(
                            head ->
                                    assertThat(head)
                                            .contains(
                                                    "GET /img/logo.png?v=1 HTTP/1.1",
                                                    "Host: www.example.com",
                                                    "Range: bytes=0-0")
                                            .noneMatch(line -> line.startsWith("Cookie"))
                                            .noneMatch(line -> line.startsWith("Authorization")));
            ask(TARGET, edge, false);
            assertThat(edge.heads().get(1)).noneMatch(line -> line.startsWith("Cookie"));
        }
    }

    @Test
    void aWholeObjectHasAHash() throws IOException {
        try (WildEdge edge = WildEdge.says("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")) {
            for (boolean full : new boolean[] {true, false}) {
                Answer answer = answer(ask(TARGET, edge, full));
                assertThat(answer.bytes()).isEqualTo(3);
                assertThat(answer.cut()).isNull();
                assertThat(answer.sha256())
                        .isEqualTo(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            }
            assertThat(edge.heads().get(0)).noneMatch(line -> line.startsWith("Range"));
        }
    }

    @Test
    void theHandshakeNamesTheTargetAtWhateverEdge() throws IOException {
        try (WildEdge edge = secure("www.example.com")) {
            assertThat(answer(ask(SECURE, edge, false)).bytes()).isEqualTo(1234);
            assertThat(edge.names()).containsExactly("www.example.com");
            assertThat(edge.heads().getFirst()).contains("Host: www.example.com");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws IOException {
        try (WildEdge edge = secure("127.0.0.1")) {
            assertThat(trouble(ask(SECURE, edge, false))).isEqualTo(ProbeTrouble.CERTIFICATE_NAME);
            assertThat(edge.heads()).isEmpty();
        }
    }

    @Test
    void aSelfSignedCertificateIsRefused() throws IOException {
        HeldCertificate own =
                new HeldCertificate.Builder().addSubjectAlternativeName("www.example.com").build();
        try (WildEdge edge = WildEdge.tls(own, HttpAskerWireTest::part)) {
            assertThat(trouble(ask(SECURE, edge, false))).isEqualTo(ProbeTrouble.CERTIFICATE);
            assertThat(edge.heads()).isEmpty();
        }
    }

    @Test
    void anExpiredCertificateIsRefused() throws IOException {
        HeldCertificate expired =
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("www.example.com")
                        .validityInterval(0, 1_000_000)
                        .signedBy(authority)
                        .build();
        try (WildEdge edge = WildEdge.tls(expired, HttpAskerWireTest::part)) {
            assertThat(trouble(ask(SECURE, edge, false))).isEqualTo(ProbeTrouble.CERTIFICATE);
        }
    }

    @Test
    void anEdgeWithoutTlsIsTold() throws IOException {
        try (WildEdge edge = WildEdge.greets(PART)) {
            assertThat(trouble(ask(SECURE, edge, false))).isEqualTo(ProbeTrouble.TLS);
        }
    }

    @Test
    void anEndlessBodyIsCut() throws IOException {
        try (WildEdge edge = WildEdge.plain(HttpAskerWireTest::endless)) {
            Answer start = answer(ask(TARGET, edge, false));
            assertThat(start.cut()).isBetween(64L * 1024, 256L * 1024);
            Answer full = answer(ask(TARGET, edge, true));
            assertThat(full.http()).isEqualTo(200);
            assertThat(full.cut()).isBetween(16L << 20, 17L << 20);
            assertThat(full.sha256()).isNull();
            assertThat(full.bytes()).isNull();
        }
    }

    @Test
    void slowBytesEndAtTheDeadline() throws IOException {
        byte[] one = {'x'};
        try (WildEdge edge =
                WildEdge.plain(
                        out -> {
                            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"));
                            while (true) {
                                out.write(one);
                                out.flush();
                                LockSupport.parkNanos(50_000_000);
                            }
                        })) {
            Probe probe = ask(TARGET, edge.address(), false, true, Duration.ofMillis(400));
            assertThat(trouble(probe)).isEqualTo(ProbeTrouble.TIMEOUT);
        }
    }

    @Test
    void aRedirectInACircleIsAskedOnce() throws IOException {
        try (WildEdge edge =
                WildEdge.says(
                        "HTTP/1.1 302 Found\r\nLocation: "
                                + TARGET
                                + "\r\nContent-Length: 0\r\n\r\n")) {
            Answer answer = answer(ask(TARGET, edge, false));
            assertThat(answer.http()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo(TARGET);
            assertThat(edge.heads()).hasSize(1);
        }
    }

    @Test
    void aHeaderOfAMegabyteIsTooLarge() throws IOException {
        byte[] header = bytes("HTTP/1.1 200 OK\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n");
        try (WildEdge edge = WildEdge.plain(out -> out.write(header));
                WildEdge many =
                        WildEdge.plain(
                                out ->
                                        out.write(
                                                bytes(
                                                        "HTTP/1.1 200 OK\r\n"
                                                                + "A: b\r\n".repeat(200_000)
                                                                + "\r\n")));
                WildEdge secure =
                        WildEdge.tls(certificate("www.example.com"), out -> out.write(header))) {
            assertThat(trouble(ask(TARGET, edge, false))).isEqualTo(ProbeTrouble.HEADER_TOO_LARGE);
            assertThat(trouble(ask(TARGET, many, false))).isEqualTo(ProbeTrouble.HEADER_TOO_LARGE);
            assertThat(trouble(ask(SECURE, secure, false)))
                    .isEqualTo(ProbeTrouble.HEADER_TOO_LARGE);
        }
    }

    @Test
    void anAnswerWithoutCacheHeadersHasNone() throws IOException {
        try (WildEdge edge = WildEdge.says("HTTP/1.1 204 No Content\r\n\r\n")) {
            Answer answer = answer(ask(TARGET, edge, false));
            assertThat(answer.http()).isEqualTo(204);
            assertThat(answer.cacheStatus()).isNull();
            assertThat(answer.age()).isNull();
            assertThat(answer.date()).isNull();
            assertThat(answer.logId()).isNull();
        }
    }

    @Test
    void ofSeveralAgesAndDatesTheOlderCounts() throws IOException {
        try (WildEdge edge =
                        WildEdge.says(
                                """
                                HTTP/1.1 204 No Content\r
                                Age: 3\r
                                Age: 90\r
                                Date: Thu, 26 Nov 2026 10:00:30 GMT\r
                                Date: Thu, 26 Nov 2026 10:00:00 GMT\r
                                \r
                                """);
                WildEdge odd =
                        WildEdge.says("HTTP/1.1 204 No Content\r\nAge: -1\r\nDate: soon\r\n\r\n")) {
            Answer answer = answer(ask(TARGET, edge, false));
            assertThat(answer.age()).isEqualTo(90);
            assertThat(answer.date()).isEqualTo("2026-11-26T10:00:00Z");
            assertThat(answer(ask(TARGET, odd, false)).age()).isNull();
            assertThat(answer(ask(TARGET, odd, false)).date()).isNull();
        }
    }

    @Test
    void whatIsNotHttpIsBroken() throws IOException {
        try (WildEdge edge = WildEdge.says("SSH-2.0-OpenSSH_9.9\r\n");
                WildEdge silent = WildEdge.says("")) {
            assertThat(trouble(ask(TARGET, edge, false))).isEqualTo(ProbeTrouble.BROKEN);
            assertThat(trouble(ask(TARGET, silent, false))).isEqualTo(ProbeTrouble.BROKEN);
        }
    }

    @Test
    void aHostThatDoesNotResolveIsTold() {
        assertThat(trouble(ask("http://no-such-host.invalid/", null, false, false, PATIENCE)))
                .isEqualTo(ProbeTrouble.UNKNOWN_HOST);
    }

    @Test
    void aClosedPortIsTold() throws IOException {
        WildEdge edge = WildEdge.says(PART);
        edge.close();
        assertThat(trouble(ask(TARGET, edge, false))).isEqualTo(ProbeTrouble.NOT_CONNECTED);
    }

    @Test
    void privateAddressesAreNotConnected() throws IOException {
        try (WildEdge edge = WildEdge.says(PART)) {
            for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "0.0.0.0"}) {
                String target = "http://" + host + ":" + edge.port() + "/";
                assertThat(trouble(ask(target, null, false, false, PATIENCE)))
                        .as(target)
                        .isEqualTo(ProbeTrouble.PRIVATE_ADDRESS);
            }
            assertThat(trouble(ask(TARGET, edge.address(), false, false, PATIENCE)))
                    .isEqualTo(ProbeTrouble.PRIVATE_ADDRESS);
            assertThat(edge.heads()).isEmpty();
            String local = "http://localhost:" + edge.port() + "/";
            assertThat(answer(ask(local, null, false, true, PATIENCE)).http()).isEqualTo(206);
            assertThat(edge.heads().getFirst()).contains("Host: localhost:" + edge.port());
        }
    }

    @Test
    void whatIsNoAddressIsNotAskedFor() {
        for (String target : new String[] {"", "logo.png", "ftp://a/", "http://u:p@localhost/"}) {
            assertThat(trouble(ask(target, null, false, true, PATIENCE)))
                    .isEqualTo(ProbeTrouble.BAD_TARGET);
        }
    }

    private WildEdge secure(String name) throws IOException {
        return WildEdge.tls(certificate(name), HttpAskerWireTest::part);
    }

    private HeldCertificate certificate(String name) {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(authority)
                .build();
    }

    private static void part(OutputStream out) throws IOException {
        out.write(bytes(PART));
    }

    private static void endless(OutputStream out) throws IOException {
        out.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
        byte[] block = new byte[64 * 1024];
        while (true) {
            out.write(block);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Probe ask(String target, WildEdge edge, boolean full) {
        return ask(target, edge.address(), full, true, PATIENCE);
    }

    private Probe ask(
            String target,
            @Nullable String edge,
            boolean full,
            boolean allowPrivate,
            Duration deadline) {
        try {
            Path trusted = folder.resolve("ca.pem");
            Files.writeString(trusted, authority.certificatePem());
            return new HttpAsker(
                            NetworkOptions.defaults().withCaFile(trusted),
                            new Manner(full, allowPrivate),
                            deadline)
                    .ask(
                            new Question(
                                    target,
                                    edge == null ? null : EdgeAddress.of(edge).orElseThrow()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(Probe probe) {
        assertThat(probe.outcome()).isInstanceOf(Answer.class);
        return (Answer) probe.outcome();
    }

    private static @Nullable ProbeTrouble trouble(Probe probe) {
        return probe.failure() == null ? null : probe.failure().trouble();
    }
}

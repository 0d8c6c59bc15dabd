package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.messages.Language;
import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.InvalidSettingException.Problem;
import edgeone.purge.teo.error.UnreachableException;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.ProxyChoice;
import edgeone.purge.teo.net.ProxyRules;
import edgeone.purge.teo.net.TeoEndpoint;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** TLS with private authorities, and proxies that require a sign-in. */
@Timeout(30)
final class TeoProxyWireTest {
    private static final String HOST = "teo.purge.test";
    private static final String OK = "{\"Response\":{\"JobId\":\"j\"}}";

    private static HeldCertificate root;
    private static HandshakeCertificates serverKeys;

    @TempDir Path folder;
    private MockWebServer server;

    @BeforeAll
    static void makeCertificates() {
        root = new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate leaf =
                new HeldCertificate.Builder()
                        .signedBy(root)
                        .addSubjectAlternativeName(HOST)
                        .addSubjectAlternativeName("localhost")
                        .build();
        serverKeys =
                new HandshakeCertificates.Builder()
                        .heldCertificate(leaf, root.certificate())
                        .build();
    }

    @BeforeEach
    void start() throws Exception {
        server = new MockWebServer();
        server.setServerSocketFactory(new PromptServerSockets());
        server.useHttps(serverKeys.sslSocketFactory());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPrivateAuthorityIsTrustedWithItsFile() throws Exception {
        server.enqueue(TeoWire.ok(OK).build());
        NetworkOptions network = options(new ProxyChoice.None()).withCaFile(caFile());
        try (HttpTeoClient client = client("https://localhost:" + server.getPort(), network)) {
            assertThat(client.createPurgeTask(TeoWire.ORDER).jobId()).isEqualTo("j");
        }
        assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/1.1");
    }

    @Test
    void andRefusedWithout() throws Exception {
        try (HttpTeoClient client =
                client("https://localhost:" + server.getPort(), options(new ProxyChoice.None()))) {
            assertUnreachable(client, "Network.Tls");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        NetworkOptions network = options(new ProxyChoice.None()).withCaFile(caFile());
        try (HttpTeoClient client = client("https://127.0.0.1:" + server.getPort(), network)) {
            assertUnreachable(client, "Network.Tls");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aFileWithoutAnAuthorityIsReported() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "not a certificate");
        Path broken =
                Files.writeString(
                        folder.resolve("broken.pem"),
                        root.certificatePem().replaceFirst("MII", "AAA"));
        for (Path file : List.of(empty, text, broken)) {
            assertInvalid(file, Problem.CA_FILE_WITHOUT_CERTIFICATE);
        }
        assertInvalid(folder.resolve("missing.pem"), Problem.CA_FILE_UNREADABLE);
        assertInvalid(folder, Problem.CA_FILE_UNREADABLE);
    }

    @Test
    void anHttpProxyThatAsksToSignIn() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Authenticator before = Authenticator.getDefault();
        Authenticator.setDefault(
                new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        asked.incrementAndGet();
                        return null;
                    }
                });
        try {
            server.enqueue(new MockResponse.Builder().inTunnel().build());
            server.enqueue(TeoWire.ok(OK).build());
            ProxyChoice proxy =
                    new ProxyChoice.Http("localhost", server.getPort(), "ops", () -> "pä:ss");
            NetworkOptions network = options(proxy).withCaFile(caFile());
            try (HttpTeoClient client = client("https://" + HOST, network)) {
                assertThat(client.createPurgeTask(TeoWire.ORDER).jobId()).isEqualTo("j");
            }
        } finally {
            Authenticator.setDefault(before);
        }
        assertThat(asked).as("calls of the process-wide Authenticator").hasValue(0);
        RecordedRequest connect = server.takeRequest();
        assertThat(connect.getRequestLine()).startsWith("CONNECT " + HOST + ":443 ");
        assertThat(connect.getHeaders().get("X-TC-Action")).isNull();
        assertThat(connect.getHeaders().get("Proxy-Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("ops", "pä:ss", StandardCharsets.UTF_8));
        RecordedRequest last = server.takeRequest();
        assertThat(last.getMethod()).isEqualTo("POST");
        assertThat(last.getHeaders().get("Host")).isEqualTo(HOST);
        assertThat(last.getHeaders().get("Proxy-Authorization")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"407", "401", "403", "502"})
    void aProxyThatRefusesLeavesNothingSent(int status) throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(
                    new MockResponse.Builder()
                            .inTunnel()
                            .code(status)
                            .setHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                            .build());
        }
        ProxyChoice proxy = new ProxyChoice.Http("localhost", server.getPort(), "ops", () -> "no");
        try (HttpTeoClient client =
                client("https://" + HOST, options(proxy).withCaFile(caFile()))) {
            assertUnreachable(
                    client,
                    status == 407 || status == 401 ? "Network.ProxySignIn" : "Network.Proxy");
        }
    }

    @Test
    void theLocalMachineIsReachedDirectly() throws Exception {
        server.enqueue(TeoWire.ok(OK).build());
        ProxyChoice proxy = new ProxyChoice.Http("proxy.invalid", 1, null, null);
        try (HttpTeoClient client =
                client(
                        "https://localhost:" + server.getPort(),
                        options(proxy).withCaFile(caFile()))) {
            assertThat(client.createPurgeTask(TeoWire.ORDER).jobId()).isEqualTo("j");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "127.0.0.1, true",
        "[::1], true",
        "a.internal, true",
        "deep.a.internal, true",
        "internal, false",
        "teo.example.com, true",
        "x.teo.example.com, false",
        "y.star.test, true",
        "teo.tencentcloudapi.com, false",
    })
    void rulesForDirectHosts(String host, boolean direct) {
        ProxyRules rules =
                new ProxyRules(List.of(".internal", "teo.example.com", "*.star.test"), null);
        assertThat(rules.isDirect(host)).isEqualTo(direct);
        assertThat(new ProxyRules(List.of("*"), null).isDirect(host)).isTrue();
        assertThat(rules.select(URI.create("https://" + host)))
                .containsExactly(java.net.Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @CsvSource({"ops, secret", ","})
    void aSocksProxy(String user, String password) throws Exception {
        server.enqueue(TeoWire.ok(OK).build());
        try (SocksProxy proxy = new SocksProxy(server.getPort(), user, password)) {
            ProxyChoice choice =
                    new ProxyChoice.Socks("localhost", proxy.port(), user, () -> password);
            try (HttpTeoClient client =
                    client("https://" + HOST, options(choice).withCaFile(caFile()))) {
                assertThat(client.createPurgeTask(TeoWire.ORDER).jobId()).isEqualTo("j");
            }
            assertThat(proxy.targets()).containsExactly(HOST + ":443");
        }
    }

    @Test
    void aSocksProxyThatRefusesLeavesNothingSent() throws Exception {
        try (SocksProxy proxy = new SocksProxy(server.getPort(), "ops", "right")) {
            ProxyChoice choice =
                    new ProxyChoice.Socks("localhost", proxy.port(), "ops", () -> "wrong");
            try (HttpTeoClient client =
                    client("https://" + HOST, options(choice).withCaFile(caFile()))) {
                assertUnreachable(client, "Network.ProxySignIn");
            }
        }
        assertThat(server.getRequestCount()).isZero();
    }

    private static void assertUnreachable(TeoClient client, String code) {
        assertThatThrownBy(() -> client.createPurgeTask(TeoWire.ORDER))
                .isInstanceOfSatisfying(
                        UnreachableException.class,
                        e -> assertThat(e.code()).as(e.detail()).isEqualTo(code));
    }

    private void assertInvalid(Path caFile, Problem problem) {
        NetworkOptions network = options(new ProxyChoice.None()).withCaFile(caFile);
        assertThatThrownBy(() -> client("https://localhost", network))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class,
                        e -> {
                            assertThat(e.problem()).isEqualTo(problem);
                            assertThat(e.value()).isEqualTo(caFile.toString());
                        });
    }

    private Path caFile() throws Exception {
        Path file = folder.resolve("ca.pem");
        return Files.writeString(file, "# the company's\n" + root.certificatePem());
    }

    private static NetworkOptions options(ProxyChoice proxy) {
        return TeoWire.quick(Duration.ofSeconds(5)).withProxy(proxy);
    }

    private static HttpTeoClient client(String endpoint, NetworkOptions network) {
        return new HttpTeoClient(
                TeoEndpoint.of(endpoint),
                () -> TeoWire.KEYS,
                RequestGate.OPEN,
                Clock.systemUTC(),
                network,
                () -> Language.ENGLISH,
                null);
    }
}

package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.tls.ServerName;
import edgeone.purge.emulator.tls.TlsEnd;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The API over TLS, for Java's own client. */
final class TlsApiTest {
    @TempDir private Path folder;

    private EmbeddedEdgeOne emulator;

    @BeforeEach
    void start() throws IOException {
        TlsEnd tls = TlsEnd.in(folder, List.of(ServerName.parse("teo.example.com")), Instant.now());
        emulator = EmbeddedEdgeOne.start(EmulatorOptions.defaults().withTls(tls));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void answersWithBothVersions(String version) throws Exception {
        try (HttpClient client = trusting(version)) {
            for (String host : List.of("127.0.0.1", "localhost")) {
                HttpResponse<String> reply = post(client, host);
                assertThat(reply.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
                assertThat(reply.statusCode()).isEqualTo(200);
                assertThat(reply.body()).contains("MissingParameter", "RequestId");
            }
        }
    }

    @Test
    void olderVersionsAreRefused() throws Exception {
        try (HttpClient client = trusting("TLSv1.1")) {
            assertThatThrownBy(() -> post(client, "localhost")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aClientThatDoesNotTrustTheAuthorityRefusesIt() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> post(client, "localhost"))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aClientRefusesAnyNameThatWasNotGiven() throws Exception {
        assertThat(peerAs("localhost")).isEqualTo("CN=emulator");
        assertThat(peerAs("teo.example.com")).isEqualTo("CN=emulator");
        assertThatThrownBy(() -> peerAs("other.example.com"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("other.example.com");
    }

    @Test
    void faultsBreakTheConnectionBelowTls() throws Exception {
        try (HttpClient client = trusting("TLSv1.3")) {
            for (String fault : List.of("drop", "hang=0")) {
                emulator.useFaults(FaultPlan.parse(fault));
                assertThatThrownBy(() -> post(client, "localhost"))
                        .as(fault)
                        .isInstanceOf(IOException.class);
            }
            emulator.useFaults(FaultPlan.none());
            assertThat(post(client, "localhost").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void onlyTheApiIsEncrypted() {
        assertThat(emulator.endpoint()).hasScheme("https").hasHost("127.0.0.1");
        assertThat(List.of(emulator.edge(), emulator.origin()))
                .allSatisfy(uri -> assertThat(uri).hasScheme("http"));
        assertThat(FirstLine.of(emulator))
                .contains("\"caFile\":\"" + folder.resolve("ca.pem") + "\"");
    }

    private HttpResponse<String> post(HttpClient client, String host)
            throws IOException, InterruptedException {
        URI url = URI.create("https://" + host + ":" + emulator.endpoint().getPort() + "/");
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .header("X-TC-Action", "DescribeZones")
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Who answers a client that was led here by this name. */
    private String peerAs(String name) throws Exception {
        int port = emulator.endpoint().getPort();
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        try (var socket =
                (SSLSocket) trust().getSocketFactory().createSocket(plain, name, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getPeerPrincipal().getName();
        }
    }

    private HttpClient trusting(String version) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {version});
        return HttpClient.newBuilder()
                .sslContext(trust())
                .sslParameters(parameters)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private SSLContext trust() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(emulator.caFile().orElseThrow())) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

package edgeone.purge.teo;

import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.ProxyChoice;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.tc3.Authorization;
import edgeone.purge.teo.tc3.CanonicalRequest;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A loopback server with scripted answers, and a client for it. */
final class TeoWire implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final Credentials KEYS =
            new Credentials("AKIDcanaryIdentity", "canarySecretKeyNeverSent", null);
    static final PurgeOrder ORDER =
            new PurgeOrder("zone-1", PurgeType.URL, null, List.of("http://a.test/x"), List.of());

    private final MockWebServer server = new MockWebServer();
    private Supplier<Credentials> credentials = () -> KEYS;
    private Supplier<Language> language = () -> Language.ENGLISH;
    private RequestGate gate = RequestGate.OPEN;
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private NetworkOptions network = quick(Duration.ofSeconds(5));
    private String region;
    private HttpTeoClient client;

    static TeoWire start() throws Exception {
        TeoWire wire = new TeoWire();
        wire.server.setServerSocketFactory(new PromptServerSockets());
        wire.server.start();
        return wire;
    }

    static NetworkOptions quick(Duration timeout) {
        return new NetworkOptions(
                timeout, timeout, timeout, timeout, new ProxyChoice.None(), List.of(), null);
    }

    TeoWire credentials(Supplier<Credentials> keys) {
        credentials = keys;
        return this;
    }

    TeoWire language(Supplier<Language> spoken) {
        language = spoken;
        return this;
    }

    TeoWire gate(RequestGate used) {
        gate = used;
        return this;
    }

    TeoWire clock(Clock used) {
        clock = used;
        return this;
    }

    TeoWire network(NetworkOptions options) {
        network = options;
        return this;
    }

    TeoWire region(String sent) {
        region = sent;
        return this;
    }

    MockWebServer server() {
        return server;
    }

    TeoEndpoint endpoint() {
        return TeoEndpoint.of("http://localhost:" + server.getPort());
    }

    HttpTeoClient client() {
        if (client == null) {
            client = client(endpoint());
        }
        return client;
    }

    HttpTeoClient client(TeoEndpoint endpoint) {
        return new HttpTeoClient(endpoint, credentials, gate, clock, network, language, region);
    }

    void reply(String json) {
        server.enqueue(ok(json).build());
    }

    /** A reply of the real gateway's shape. */
    static MockResponse.Builder ok(String json) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Server", "nginx")
                .setHeader("Content-Type", "application/json")
                .body(json);
    }

    static String body(RecordedRequest request) {
        return request.getBody().string(StandardCharsets.UTF_8);
    }

    /** The signature a server computes from what arrived, with the keys of {@link #KEYS}. */
    static String authorization(RecordedRequest request) {
        String time = request.getHeaders().get("X-TC-Timestamp");
        return Authorization.sign(
                        CanonicalRequest.post(
                                Map.of(
                                        "content-type",
                                        request.getHeaders().get("Content-Type"),
                                        "host",
                                        request.getHeaders().get("Host")),
                                request.getBody().toByteArray()),
                        Instant.ofEpochSecond(Long.parseLong(time)),
                        "teo",
                        KEYS.secretId(),
                        KEYS.secretKey())
                .headerValue();
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        server.close();
    }
}

package edgeone.purge.accounts.check;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.check.ConnectionReport.Allowed;
import edgeone.purge.accounts.check.ConnectionReport.Capability;
import edgeone.purge.accounts.check.ConnectionReport.Interference;
import edgeone.purge.accounts.check.ConnectionReport.NotTried;
import edgeone.purge.accounts.check.ConnectionReport.OtherSite;
import edgeone.purge.accounts.check.ConnectionReport.Refused;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.ProxyChoice;
import edgeone.purge.teo.net.TeoEndpoint;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ConnectionCheckWireTest {
    private static final Credentials KEY = new Credentials("AKIDexample", "key", null);
    private static final String ZONES =
            "\"TotalCount\":2,\"Zones\":[{\"ZoneId\":\"zone-1\",\"ZoneName\":\"a.example\"},"
                    + "{\"ZoneId\":\"zone-2\",\"ZoneName\":\"b.example\"}]";

    private final MockWebServer china = new MockWebServer();
    private final MockWebServer international = new MockWebServer();
    private final Map<String, String> replies = new HashMap<>();
    private final Map<String, String> otherReplies = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private NetworkOptions network = NetworkOptions.defaults();

    @BeforeEach
    void start() throws IOException {
        china.setDispatcher(answering("china", replies));
        international.setDispatcher(answering("international", otherReplies));
        china.start();
        international.start();
    }

    @AfterEach
    void stop() {
        china.close();
        international.close();
    }

    /** The embedded EdgeOne checks signature and parameters, and counts what it accepts. */
    @Test
    void readsEverythingOfTheFirstZoneAndPurgesNothing() throws Exception {
        try (EmbeddedEdgeOne edgeOne = EmbeddedEdgeOne.start(EmulatorOptions.defaults())) {
            Site site = Site.of(edgeOne.endpoint().toString());
            Credentials key = new Credentials(edgeOne.secretId(), edgeOne.secretKey(), null);
            ConnectionReport report =
                    new ConnectionCheck(this::client, _ -> Optional.empty(), Clock.systemUTC())
                            .run(site, key);
            assertThat(report.zoneList()).isEqualTo(new Allowed(edgeOne.zones().size()));
            assertThat(report.testedOn()).isEqualTo(report.zones().getFirst());
            assertThat(report.quota()).isInstanceOf(Allowed.class);
            assertThat(report.domains())
                    .isInstanceOfSatisfying(
                            Allowed.class, a -> assertThat(a.entries()).isPositive());
            assertThat(report.history()).isEqualTo(new Allowed(0));
            assertThat(report.otherSite()).isEqualTo(OtherSite.NOT_ASKED);
            assertThat(report.interference()).isEqualTo(Interference.NONE);
            assertThat(report.signedIn()).isTrue();
            assertThat(edgeOne.accepted()).isEmpty();
            assertThat(edgeOne.calls())
                    .extracting(c -> c.action())
                    .containsExactly(
                            "DescribeZones",
                            "DescribeContentQuota",
                            "DescribeAccelerationDomains",
                            "DescribePurgeTasks");
        }
    }

    @Test
    void eachRefusalKeepsItsCodeAndRequestId() throws Exception {
        replies.put("DescribeZones", ZONES);
        replies.put("DescribeContentQuota", error("AuthFailure.UnauthorizedOperation"));
        replies.put("DescribeAccelerationDomains", "\"TotalCount\":0,\"AccelerationDomains\":[]");
        replies.put("DescribePurgeTasks", error("UnauthorizedOperation.NoPermission"));
        ConnectionReport report = run(Site.CHINA);
        assertThat(report.zones()).hasSize(2);
        assertRefused(report.quota(), "AuthFailure.UnauthorizedOperation");
        assertThat(report.domains()).isEqualTo(new Allowed(0));
        assertRefused(report.history(), "UnauthorizedOperation.NoPermission");
        assertThat(report.signedIn()).isTrue();
        assertThat(asked).allMatch(a -> a.startsWith("china"));
    }

    @Test
    void aKeyOfTheOtherSiteIsRecognised() throws Exception {
        replies.put("DescribeZones", error("AuthFailure.SecretIdNotFound"));
        for (String known :
                List.of(
                        ZONES,
                        error("AuthFailure.UnauthorizedOperation"),
                        error("AuthFailure.SignatureFailure"))) {
            otherReplies.put("DescribeZones", known);
            ConnectionReport report = run(Site.CHINA);
            assertThat(report.otherSite()).as(known).isEqualTo(OtherSite.KNOWS_IT);
            assertRefused(report.zoneList(), "AuthFailure.SecretIdNotFound");
            assertThat(report.quota()).isEqualTo(new NotTried());
            assertThat(report.signedIn()).isFalse();
        }
        otherReplies.put("DescribeZones", error("AuthFailure.SecretIdNotFound"));
        assertThat(run(Site.CHINA).otherSite()).isEqualTo(OtherSite.NEITHER_KNOWS_IT);
        otherReplies.put("DescribeZones", error("InternalError.ProxyServer"));
        assertThat(run(Site.CHINA).otherSite()).isEqualTo(OtherSite.NO_ANSWER);
    }

    @Test
    void theOtherSiteIsAskedOnlyIfNeededAndNeverForACustomEndpoint() throws Exception {
        replies.put("DescribeZones", error("AuthFailure.SignatureFailure"));
        assertThat(run(Site.CHINA).otherSite()).isEqualTo(OtherSite.NOT_ASKED);
        replies.put("DescribeZones", error("AuthFailure.SecretIdNotFound"));
        Site own = Site.of(china.url("/").toString());
        assertThat(run(own).otherSite()).isEqualTo(OtherSite.NOT_ASKED);
        assertThat(asked).containsExactly("china DescribeZones", "china DescribeZones");
    }

    @Test
    void withoutAZoneNothingMoreIsTried() throws Exception {
        replies.put("DescribeZones", "\"TotalCount\":0,\"Zones\":null");
        ConnectionReport report = run(Site.CHINA);
        assertThat(report.zoneList()).isEqualTo(new Allowed(0));
        assertThat(report.testedOn()).isNull();
        assertThat(report.history()).isEqualTo(new NotTried());
        assertThat(asked).containsExactly("china DescribeZones");
    }

    @Test
    void theClockOffsetIsReported() throws Exception {
        replies.put("DescribeZones", "\"TotalCount\":0,\"Zones\":[]");
        replies.put("Date", "Sun, 22 Nov 2026 10:00:00 GMT");
        ConnectionReport report = run(Site.CHINA);
        Duration expected =
                Duration.between(
                        java.time.Instant.now(), java.time.Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(report.clockOffset()).isCloseTo(expected, Duration.ofSeconds(30));
    }

    @Test
    void aProxyThatRequiresASignInIsReported() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.setDispatcher(
                    new Dispatcher() {
                        @Override
                        public MockResponse dispatch(RecordedRequest request) {
                            return new MockResponse.Builder()
                                    .code(407)
                                    .addHeader("Proxy-Authenticate", "Basic realm=\"x\"")
                                    .build();
                        }
                    });
            proxy.start();
            network =
                    network.withProxy(
                            new ProxyChoice.Http(proxy.getHostName(), proxy.getPort(), null, null));
            String name = proxy.getHostName() + ":" + proxy.getPort();
            ConnectionReport report =
                    new ConnectionCheck(this::client, _ -> Optional.of(name), Clock.systemUTC())
                            .run(Site.of("https://edgeone.invalid"), KEY);
            assertThat(report.interference()).isEqualTo(Interference.PROXY_WANTS_SIGN_IN);
            assertThat(report.proxy()).isEqualTo(name);
        }
    }

    @Test
    void aLoginPageIsNotEdgeOne() throws Exception {
        replies.put("raw", "<html>Please sign in to the Wi-Fi</html>");
        assertThat(run(Site.CHINA).interference()).isEqualTo(Interference.NOT_EDGEONE);
        china.close();
        ConnectionReport down = run(Site.CHINA);
        assertThat(down.interference()).isEqualTo(Interference.NONE);
        assertThat(down.signedIn()).isFalse();
    }

    private ConnectionReport run(Site site) throws InterruptedException {
        return new ConnectionCheck(this::client, _ -> Optional.empty(), Clock.systemUTC())
                .run(site, KEY);
    }

    private TeoClient client(TeoEndpoint endpoint, Credentials credentials) {
        TeoEndpoint where =
                endpoint.equals(TeoEndpoint.CHINA)
                        ? TeoEndpoint.of(china.url("/").toString())
                        : endpoint.equals(TeoEndpoint.INTERNATIONAL)
                                ? TeoEndpoint.of(international.url("/").toString())
                                : endpoint;
        return new HttpTeoClient(
                where,
                () -> credentials,
                RequestGate.OPEN,
                Clock.systemUTC(),
                network,
                () -> Language.ENGLISH,
                null);
    }

    private Dispatcher answering(String name, Map<String, String> answers) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String action = request.getHeaders().get("X-TC-Action");
                asked.add(name + " " + action);
                String body =
                        answers.getOrDefault(
                                "raw",
                                "{\"Response\":{%s,\"RequestId\":\"req-%s\"}}"
                                        .formatted(answers.get(action), action));
                MockResponse.Builder reply =
                        new MockResponse.Builder()
                                .addHeader("Content-Type", "application/json")
                                .body(body);
                if (answers.containsKey("Date")) {
                    reply.addHeader("Date", answers.get("Date"));
                }
                return reply.build();
            }
        };
    }

    private static String error(String code) {
        return "\"Error\":{\"Code\":\"%s\",\"Message\":\"no\"}".formatted(code);
    }

    private static void assertRefused(Capability capability, String code) {
        assertThat(capability)
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> {
                            assertThat(r.trouble().code()).isEqualTo(code);
                            assertThat(r.trouble().requestId()).startsWith("req-Describe");
                        });
    }
}

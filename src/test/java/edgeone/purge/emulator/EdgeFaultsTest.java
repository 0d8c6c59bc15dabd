package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.emulator.RawHttp.Response;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.http.LoopbackServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** How the edge misbehaves on order, on a clock of the test. */
final class EdgeFaultsTest {
    private static final String WWW = "www.example.com";
    private static final String PAGE = "/a.txt";
    private static final String OLD = "/a.txt of www.example.com\n";
    private static final byte[] NONE = new byte[0];

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private EmbeddedEdgeOne emulator;
    private ApiCaller caller;

    @BeforeEach
    void start() {
        emulator =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withProcessing(Duration.ZERO)
                                .withClock(now::get)
                                .withSeed(7));
        caller = ApiCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void eachNodeHasAnAddressOfItsOwn() throws IOException {
        assertThat(emulator.edgeNodes()).hasSize(2).doesNotHaveDuplicates();
        assertThat(get(0, PAGE).header("EO-Cache-Status")).isEqualTo("MISS");
        assertThat(get(0, PAGE).header("EO-Cache-Status")).isEqualTo("HIT");
        assertThat(get(1, PAGE).header("EO-Cache-Status")).isEqualTo("MISS");
        assertThat(get(emulator.edge(), PAGE, Map.of()).header("EO-Cache-Status")).isEqualTo("HIT");
    }

    @Test
    void anAnswerHasTheClockOfTheEdgeAndAnId() throws IOException {
        Response first = get(0, PAGE);
        assertThat(first.header("Date")).isEqualTo(LoopbackServer.httpDate().format(now.get()));
        assertThat(first.header("EO-LOG-UUID")).hasSize(36);
        assertThat(get(0, PAGE).header("EO-LOG-UUID"))
                .hasSize(36)
                .isNotEqualTo(first.header("EO-LOG-UUID"));
    }

    @Test
    void aRangeIsAnsweredInPart() throws IOException {
        Response part = get(emulator.edge(), PAGE, Map.of("Range", "bytes=0-0"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("/");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 0-0/26");
        assertThat(get(emulator.edge(), PAGE, Map.of("Range", "bytes=1-")).text())
                .isEqualTo(OLD.substring(1));
        assertThat(get(emulator.edge(), PAGE, Map.of("Range", "bytes=26-")).status())
                .isEqualTo(416);
        assertThat(get(emulator.edge(), PAGE, Map.of("Range", "lines=1-2")).text()).isEqualTo(OLD);
    }

    @Test
    void aStickyNodeKeepsWhatIsPurged() throws IOException {
        faults("Edge:sticky=1");
        get(0, PAGE);
        get(1, PAGE);
        change("new");
        after(Duration.ofSeconds(10));
        purge();
        assertThat(get(0, PAGE).text()).isEqualTo("new");
        assertThat(get(1, PAGE).text()).isEqualTo(OLD);
        assertThat(get(1, PAGE).header("Age")).isEqualTo("11");
        assertThat(emulator.checkedAt(0, WWW, PAGE)).contains(now.get());
        assertThat(emulator.checkedAt(1, WWW, PAGE)).contains(now.get().minusSeconds(11));
    }

    @Test
    void aLatePurgeTakesEffectLater() throws IOException {
        faults("Edge:late=30");
        get(0, PAGE);
        change("new");
        purge();
        assertThat(get(0, PAGE).text()).isEqualTo(OLD);
        after(Duration.ofSeconds(29));
        assertThat(get(0, PAGE).text()).isEqualTo(OLD);
        after(Duration.ofSeconds(1));
        assertThat(get(0, PAGE).text()).isEqualTo("new");
    }

    @Test
    void anOriginDeploysLate() throws IOException {
        faults("Origin:late=30");
        change("new");
        assertThat(get(0, PAGE).text()).isEqualTo(OLD);
        purge();
        after(Duration.ofSeconds(30));
        assertThat(get(0, PAGE).text()).isEqualTo("new");
    }

    @Test
    void redirectsTellWhere() throws IOException {
        faults("Edge:redirect");
        assertThat(get(0, PAGE).status()).isEqualTo(302);
        assertThat(get(0, PAGE).header("Location"))
                .isEqualTo("https://www.example.com/moved/a.txt");
        faults("Edge:redirect=https://www.example.com/b");
        assertThat(get(0, PAGE).header("Location")).isEqualTo("https://www.example.com/b");
    }

    @Test
    void aVaryingObjectIsKeptForEachValueAndPurgedForAll() throws IOException {
        faults("Edge:vary=X-Kind");
        assertThat(kind("a").header("Vary")).isEqualTo("X-Kind");
        assertThat(kind("b").header("EO-Cache-Status")).isEqualTo("MISS");
        assertThat(kind("b").header("EO-Cache-Status")).isEqualTo("HIT");
        purge();
        assertThat(kind("a").header("EO-Cache-Status")).isEqualTo("MISS");
        assertThat(kind("b").header("EO-Cache-Status")).isEqualTo("MISS");
    }

    @Test
    void errorsAndDroppedConnections() throws IOException {
        faults("Edge:status=502");
        assertThat(get(0, PAGE).status()).isEqualTo(502);
        faults("Edge:drop");
        assertThatThrownBy(() -> get(0, PAGE)).isInstanceOf(SocketException.class);
    }

    @Test
    void aBareAnswerTellsNothingOfACache() throws IOException {
        faults("Edge:bare");
        assertThat(get(0, PAGE).text()).isEqualTo(OLD);
        assertThat(get(0, PAGE).headers())
                .doesNotContainKeys("eo-cache-status", "eo-log-uuid", "age");
    }

    @Test
    void aChanceStrikesTheSameObjectsAlways() throws IOException {
        faults("Edge:status=502@p=0.3");
        List<Integer> first = statuses();
        assertThat(first.stream().filter(s -> s == 502).count()).isBetween(40L, 80L);
        faults("Edge:status=502@p=0.3");
        assertThat(statuses()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sticky",
                "CreatePurgeTask:late=1",
                "Edge:late",
                "Edge:late=soon",
                "Edge:reject=a",
                "Edge:drop-after",
                "Origin:sticky",
                "Edge:bare=1"
            })
    void otherOrdersAreRefused(String spec) {
        assertThatThrownBy(() -> FaultPlan.parse(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of the Edge: sticky");
    }

    private List<Integer> statuses() throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            statuses.add(get(0, "/p" + i).status());
        }
        return statuses;
    }

    private Response kind(String kind) throws IOException {
        return get(emulator.edge(), PAGE, Map.of("X-Kind", kind));
    }

    private void faults(String spec) {
        emulator.useFaults(FaultPlan.parse(spec));
    }

    private void after(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    private void change(String text) throws IOException {
        RawHttp.send(
                emulator.origin(),
                "PUT",
                PAGE,
                Map.of("Host", WWW),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private void purge() throws IOException {
        // The edge takes a purge of the instant it started in for one before it.
        after(Duration.ofSeconds(1));
        JsonNode reply =
                caller.call(
                        "CreatePurgeTask",
                        """
                        {"ZoneId":"zone-2x5demo00001","Type":"purge_url",
                         "Targets":["https://www.example.com/a.txt"]}\
                        """);
        assertThat(reply.path("JobId").stringValue()).isNotEmpty();
    }

    private Response get(int node, String path) throws IOException {
        return get(emulator.edgeNodes().get(node), path, Map.of());
    }

    private static Response get(URI edge, String path, Map<String, String> more)
            throws IOException {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("Host", WWW);
        return RawHttp.send(edge, "GET", path, headers, NONE);
    }
}

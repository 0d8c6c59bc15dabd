package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.RawHttp.Response;
import edgeone.purge.emulator.faults.FaultPlan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What purges do to the caches, seen through the edge's headers and the origin's log. */
final class EdgeTest {
    private static final String WWW = "www.example.com";
    private static final String IMG = "img.example.com";
    private static final byte[] NONE = new byte[0];

    private EmbeddedEdgeOne emulator;
    private ApiCaller caller;

    @BeforeEach
    void start() {
        emulator = EmbeddedEdgeOne.start(EmulatorOptions.defaults().withProcessing(Duration.ZERO));
        caller = ApiCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void theSecondRequestIsAHit() throws IOException {
        Response first = edge(WWW, "/a.txt");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("EO-Cache-Status")).isEqualTo("MISS");
        Response second = edge(WWW, "/a.txt");
        assertThat(second.header("EO-Cache-Status")).isEqualTo("HIT");
        assertThat(second.header("Age")).matches("\\d+");
        assertThat(second.header("ETag")).startsWith("\"").isEqualTo(first.header("ETag"));
        assertThat(second.header("Last-Modified")).isEqualTo("Mon, 05 Jan 2026 08:00:00 GMT");
        assertThat(second.text()).isEqualTo("/a.txt of www.example.com\n");
        assertThat(status(WWW, "/none")).isEqualTo("MISS");
        assertThat(edge(WWW, "/none").status()).isEqualTo(404);
    }

    @Test
    void deleteDropsAndTheNextRequestFetches() throws IOException {
        warm(WWW, "/a.txt");
        put(WWW, "/a.txt", "new", Map.of());
        assertThat(edge(WWW, "/a.txt").text()).isEqualTo("/a.txt of www.example.com\n");
        forgetLog();
        purge("purge_url", "", "https://www.example.com/a.txt");
        Response reply = edge(WWW, "/a.txt");
        assertThat(reply.header("EO-Cache-Status")).isEqualTo("MISS");
        assertThat(reply.text()).isEqualTo("new");
        JsonNode line = log().get(0);
        assertThat(line.path("path").stringValue()).isEqualTo("/a.txt");
        assertThat(line.path("status").intValue()).isEqualTo(200);
        assertThat(line.has("ifNoneMatch")).isFalse();
        assertThat(line.has("ifModifiedSince")).isFalse();
    }

    @Test
    void invalidateRevalidatesAnd304Keeps() throws IOException {
        Response before = warm(WWW, "/a.txt");
        forgetLog();
        purge("purge_host", "invalidate", WWW);
        Response reply = edge(WWW, "/a.txt");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("EO-Cache-Status")).isEqualTo("RefreshHit");
        assertThat(reply.text()).isEqualTo(before.text());
        JsonNode line = log().get(0);
        assertThat(line.path("status").intValue()).isEqualTo(304);
        assertThat(line.path("ifNoneMatch").stringValue()).isEqualTo(before.header("ETag"));
        assertThat(line.path("ifModifiedSince").stringValue())
                .isEqualTo(before.header("Last-Modified"));
        assertThat(status(WWW, "/a.txt")).isEqualTo("HIT");
    }

    @Test
    void invalidateRevalidatesAnd200Replaces() throws IOException {
        warm(WWW, "/a.txt");
        put(WWW, "/a.txt", "new", Map.of());
        forgetLog();
        purge("purge_host", "invalidate", WWW);
        Response reply = edge(WWW, "/a.txt");
        assertThat(reply.header("EO-Cache-Status")).isEqualTo("MISS");
        assertThat(reply.text()).isEqualTo("new");
        assertThat(log().get(0).path("status").intValue()).isEqualTo(200);
        assertThat(log().get(0).has("ifNoneMatch")).isTrue();
        assertThat(edge(WWW, "/a.txt").text()).isEqualTo("new");
    }

    @Test
    void aUrlIsThatUrlOnly() throws IOException {
        put(WWW, "/a.txt?v=1", "one", Map.of());
        warm(WWW, "/a.txt");
        warm(WWW, "/a.txt?v=1");
        warm(IMG, "/a.txt");
        purge("purge_url", "", "http://WWW.example.com/a.txt?v=1");
        assertThat(status(WWW, "/a.txt")).isEqualTo("HIT");
        assertThat(status(IMG, "/a.txt")).isEqualTo("HIT");
        assertThat(status(WWW, "/a.txt?v=1")).isEqualTo("MISS");
    }

    @Test
    void aDirectoryIsWhatLiesBelow() throws IOException {
        put(WWW, "/test", "not below", Map.of());
        put(WWW, "/testing", "not below", Map.of());
        for (String path : new String[] {"/test/a.txt", "/test/b.txt", "/test", "/testing"}) {
            warm(WWW, path);
        }
        warm(IMG, "/test/a.txt");
        purge("purge_prefix", "delete", "http://www.example.com/test/");
        assertThat(status(WWW, "/test/a.txt")).isEqualTo("MISS");
        assertThat(status(WWW, "/test/b.txt")).isEqualTo("MISS");
        assertThat(status(WWW, "/test")).isEqualTo("HIT");
        assertThat(status(WWW, "/testing")).isEqualTo("HIT");
        assertThat(status(IMG, "/test/a.txt")).isEqualTo("HIT");
    }

    @Test
    void aHostIsThatHostAndAllIsTheZone() throws IOException {
        String other = "doris.apache.org";
        warm(WWW, "/");
        warm(IMG, "/");
        warm("x.preview.example.com", "/");
        warm(other, "/");
        purge("purge_host", "delete", IMG);
        assertThat(status(WWW, "/")).isEqualTo("HIT");
        assertThat(status(IMG, "/")).isEqualTo("MISS");
        caller.call(
                "CreatePurgeTask",
                "{\"ZoneId\":\"zone-2x5demo00001\",\"Type\":\"purge_all\",\"Method\":\"delete\"}");
        assertThat(status(WWW, "/")).isEqualTo("MISS");
        assertThat(status(IMG, "/")).isEqualTo("MISS");
        assertThat(status("x.preview.example.com", "/")).isEqualTo("MISS");
        assertThat(status(other, "/")).isEqualTo("HIT");
    }

    @Test
    void aTagIsWhatCarriesItOnTheDomainsGiven() throws IOException {
        put(WWW, "/p", "p", Map.of("Cache-Tag", "news, front"));
        put(IMG, "/p", "p", Map.of("Cache-Tag", "news"));
        put("doris.apache.org", "/p", "p", Map.of("Cache-Tag", "news"));
        for (String host : new String[] {WWW, IMG, "doris.apache.org"}) {
            warm(host, "/p");
        }
        warm(WWW, "/a.txt");
        caller.call(
                "CreatePurgeTask",
                "{\"ZoneId\":\"zone-2x5demo00001\",\"Type\":\"purge_cache_tag\",\"Targets\":[\"news\"],"
                    + "\"CacheTag\":{\"Domains\":[\"img.example.com\"]}}");
        assertThat(status(WWW, "/p")).isEqualTo("HIT");
        assertThat(status(IMG, "/p")).isEqualTo("MISS");
        purge("purge_cache_tag", "", "news");
        assertThat(status(WWW, "/p")).isEqualTo("MISS");
        assertThat(status(IMG, "/p")).isEqualTo("MISS");
        assertThat(status(WWW, "/a.txt")).isEqualTo("HIT");
        assertThat(status("doris.apache.org", "/p")).isEqualTo("HIT");
    }

    @Test
    void onlyWhatTurnsSuccessTakesEffectAndOnEveryNode() throws IOException {
        warm(WWW, "/a.txt");
        emulator.useFaults(FaultPlan.parse("row=failed"));
        purge("purge_url", "", "http://www.example.com/a.txt");
        assertThat(status(WWW, "/a.txt")).isEqualTo("HIT");
        emulator.useFaults(FaultPlan.none());
        Map<String, String> second = Map.of("Host", WWW, "X-Edge-Node", "1");
        RawHttp.send(emulator.edge(), "GET", "/a.txt", second, NONE);
        purge("purge_url", "", "http://www.example.com/a.txt");
        assertThat(
                        RawHttp.send(emulator.edge(), "GET", "/a.txt", second, NONE)
                                .header("EO-Cache-Status"))
                .isEqualTo("MISS");
        assertThat(status(WWW, "/a.txt")).isEqualTo("MISS");
    }

    private Response warm(String host, String path) throws IOException {
        edge(host, path);
        Response reply = edge(host, path);
        assertThat(reply.header("EO-Cache-Status")).isEqualTo("HIT");
        return reply;
    }

    private String status(String host, String path) throws IOException {
        return edge(host, path).header("EO-Cache-Status");
    }

    private Response edge(String host, String path) throws IOException {
        return RawHttp.send(emulator.edge(), "GET", path, Map.of("Host", host), NONE);
    }

    private void put(String host, String path, String text, Map<String, String> more)
            throws IOException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Host", host);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        assertThat(RawHttp.send(emulator.origin(), "PUT", path, headers, body).status())
                .isEqualTo(200);
    }

    private void purge(String type, String method, String target) throws IOException {
        String asked = method.isEmpty() ? "" : ",\"Method\":\"" + method + "\"";
        JsonNode reply =
                caller.call(
                        "CreatePurgeTask",
                        "{\"ZoneId\":\"zone-2x5demo00001\",\"Type\":\""
                                + type
                                + "\""
                                + asked
                                + ",\"Targets\":[\""
                                + target
                                + "\"]}");
        assertThat(reply.path("JobId").stringValue()).isNotEmpty();
    }

    private JsonNode log() throws IOException {
        return ApiCaller.MAPPER.readTree(
                RawHttp.send(emulator.origin(), "GET", "/_log", Map.of("Host", WWW), NONE).body());
    }

    private void forgetLog() throws IOException {
        RawHttp.send(emulator.origin(), "DELETE", "/_log", Map.of("Host", WWW), NONE);
    }
}

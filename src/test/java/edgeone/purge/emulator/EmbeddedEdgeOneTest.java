package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class EmbeddedEdgeOneTest {
    @Test
    void theFirstLineHasAllAScriptNeeds() {
        try (var emulator = EmbeddedEdgeOne.start(EmulatorOptions.defaults())) {
            String line = FirstLine.of(emulator);
            assertThat(line).doesNotContain("\n");
            JsonNode root = ApiCaller.MAPPER.readTree(line);
            assertThat(root.propertyNames())
                    .containsExactly(
                            "endpoint",
                            "edge",
                            "edgeNodes",
                            "origin",
                            "secretId",
                            "secretKey",
                            "zones");
            assertThat(root.path("endpoint").stringValue())
                    .isEqualTo(emulator.endpoint().toString())
                    .matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(root.path("zones").get(0).toString())
                    .isEqualTo(
                            "{\"zoneId\":\"zone-2x5demo00001\",\"zoneName\":\"example.com\","
                                    + "\"hosts\":[\"www.example.com\",\"img.example.com\","
                                    + "\"static.example.com\",\"*.preview.example.com\"]}");
            assertThat(root.path("secretId").stringValue()).isEqualTo(DemoAccount.SECRET_ID);
        }
    }

    @Test
    void closingFreesThePort() throws IOException {
        var emulator = EmbeddedEdgeOne.start(EmulatorOptions.defaults());
        assertThatThrownBy(
                        () ->
                                EmbeddedEdgeOne.start(
                                        EmulatorOptions.defaults()
                                                .withPort(emulator.endpoint().getPort())))
                .isInstanceOf(UncheckedIOException.class);
        emulator.close();
        assertThatThrownBy(() -> ApiCaller.of(emulator).call("DescribeZones", "{}"))
                .isInstanceOf(ConnectException.class);
        try (var again =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults().withPort(emulator.endpoint().getPort()))) {
            assertThat(again.endpoint()).isEqualTo(emulator.endpoint());
        }
    }

    @Test
    void acceptsAWholeSiteInOneRequest() throws IOException {
        try (var emulator =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withVisibilityLag(Duration.ZERO)
                                .withProcessing(Duration.ZERO))) {
            String targets =
                    IntStream.range(0, 3_914)
                            .mapToObj(i -> "\"https://doris.apache.org/page/" + i + "\"")
                            .collect(Collectors.joining(","));
            var caller = ApiCaller.of(emulator);
            JsonNode reply =
                    caller.call(
                            "CreatePurgeTask",
                            "{\"ZoneId\":\"zone-2x5demo00002\",\"Type\":\"purge_url\",\"Targets\":["
                                    + targets
                                    + "]}");
            assertThat(reply.path("FailedList").isEmpty()).isTrue();
            JsonNode tasks =
                    caller.call(
                            "DescribePurgeTasks",
                            "{\"ZoneId\":\"zone-2x5demo00002\",\"Limit\":1000,\"Offset\":3000,"
                                    + "\"Filters\":[{\"Name\":\"job-id\",\"Values\":["
                                    + reply.path("JobId")
                                    + "]}]}");
            assertThat(tasks.path("TotalCount").intValue()).isEqualTo(3_914);
            assertThat(tasks.path("Tasks").size()).isEqualTo(914);
        }
    }

    @Test
    void latencyIsKept() throws IOException {
        try (var emulator =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults().withLatency(Duration.ofMillis(100)))) {
            long began = System.nanoTime();
            ApiCaller.of(emulator).call("DescribeZones", "{}");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(100));
            assertThat(
                            RawHttp.send(
                                            emulator.origin(),
                                            "GET",
                                            "/nothing",
                                            Map.of("Host", "x"),
                                            new byte[0])
                                    .status())
                    .isEqualTo(404);
        }
    }
}

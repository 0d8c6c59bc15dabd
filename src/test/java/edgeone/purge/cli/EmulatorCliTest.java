package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.Main;
import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code emulator} in a process of its own, used by other processes. */
final class EmulatorCliTest {
    @TempDir private Path home;

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), "emulator"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    @Timeout(60)
    void servesUntilItIsStopped() throws Exception {
        Process process = start("--port", "0", "--seed", "7", "--latency-ms", "5");
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            JsonNode first = new JsonMapper().readTree(out.readLine());

            assertThat(Shell.names(first))
                    .contains("endpoint", "edge", "origin", "secretId", "secretKey", "zones");
            JsonNode zone = first.get("zones").get(0);
            assertThat(Shell.names(zone)).contains("zoneId", "zoneName", "hosts");
            String host = zone.get("hosts").get(0).asString();
            assertThat(host).doesNotContain("*");
            for (String[] type :
                    new String[][] {
                        {"purge_url", "https://" + host + "/"},
                        {"purge_prefix", "https://" + host + "/a/"},
                        {"purge_host", host},
                        {"purge_cache_tag", "tag"}
                    }) {
                assertThat(purge(first, "--type", type[0], "--target", type[1], "--yes").exit())
                        .as(type[0])
                        .isZero();
            }
            assertThat(purge(first, "--type", "purge_all", "--yes").exit()).isZero();
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private Ended purge(JsonNode first, String... more) {
        List<String> arguments = new ArrayList<>(List.of("purge", "--wait", "--json"));
        arguments.addAll(List.of("--zone", first.get("zones").get(0).get("zoneId").asString()));
        arguments.addAll(List.of("--endpoint", first.get("endpoint").asString()));
        arguments.addAll(List.of("--home", home.toString()));
        arguments.addAll(List.of(more));
        return RealProgram.run(
                Map.of(
                        "TENCENTCLOUD_SECRET_ID",
                        first.get("secretId").asString(),
                        "TENCENTCLOUD_SECRET_KEY",
                        first.get("secretKey").asString()),
                new byte[0],
                arguments.toArray(String[]::new));
    }

    @Test
    void wrongSettingsAreRefused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            for (List<String> arguments :
                    List.of(
                            List.of("--port", "70000"),
                            List.of("--port", "x"),
                            List.of("--port", String.valueOf(taken.getLocalPort())),
                            List.of("--latency-ms", "-1"),
                            List.of("--faults", "nonsense"))) {
                List<String> all = new ArrayList<>(List.of("emulator", "--lang", "en"));
                all.addAll(arguments);
                Ended ended = RealProgram.run(Map.of(), new byte[0], all.toArray(String[]::new));
                assertThat(ended.exit()).as(arguments + ended.toString()).isEqualTo(2);
                assertThat(ended.err()).as(arguments.toString()).isNotBlank();
            }
        }
    }
}

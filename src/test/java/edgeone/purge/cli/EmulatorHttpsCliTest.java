package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code emulator --https} in a process of its own, for this program and for other clients. */
final class EmulatorHttpsCliTest {
    private static final int NOT_REACHABLE = 7;

    @TempDir private Path home;

    /** A running emulator and its first line. */
    private record Running(Process process, JsonNode first) implements AutoCloseable {
        String endpoint() {
            return first.get("endpoint").asString();
        }

        String caFile() {
            return first.get("caFile").asString();
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    private Running start(String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), "emulator", "--home", home.toString()));
        command.addAll(List.of("--https"));
        command.addAll(List.of(more));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return new Running(process, new JsonMapper().readTree(out.readLine()));
    }

    @Test
    @Timeout(240)
    void thisProgramPurgesOverTlsOnceItTrustsTheAuthority() throws Exception {
        try (Running emulator = start()) {
            assertThat(emulator.endpoint()).startsWith("https://127.0.0.1:");
            assertThat(Path.of(emulator.caFile())).isAbsolute().startsWith(home);
            assertThat(program(emulator, emulator.endpoint(), "zones").exit())
                    .as("before it is trusted")
                    .isEqualTo(NOT_REACHABLE);

            assertThat(
                            RealProgram.run(
                                            Map.of(),
                                            new byte[0],
                                            "network",
                                            "set",
                                            "--ca-file",
                                            emulator.caFile(),
                                            "--home",
                                            home.toString())
                                    .exit())
                    .isZero();

            Ended zones = program(emulator, emulator.endpoint(), "zones", "--json");
            assertThat(zones.exit()).as(zones.toString()).isZero();
            assertThat(zones.json().get("zones")).hasSameSizeAs(emulator.first().get("zones"));
            Ended purge =
                    program(
                            emulator,
                            emulator.endpoint(),
                            "purge",
                            "--zone",
                            zones.json().get("zones").get(0).get("zoneId").asString(),
                            "--type",
                            "purge_url",
                            "--target",
                            Shell.PAGE,
                            "--wait",
                            "--json");
            assertThat(purge.exit()).as(purge.toString()).isZero();
            assertThat(purge.json().get("state").asString()).isEqualTo("succeeded");

            String sameMachine = emulator.endpoint().replace("127.0.0.1", "127.1");
            Ended wrong = program(emulator, sameMachine, "zones");
            assertThat(wrong.exit()).as(wrong.toString()).isEqualTo(NOT_REACHABLE);
        }
    }

    @Test
    @Timeout(240)
    void theAuthorityOutlivesTheProcess() throws Exception {
        String before;
        try (Running emulator = start()) {
            before = Files.readString(Path.of(emulator.caFile()));
        }
        try (Running emulator = start("--cert-host", "teo.example.com")) {
            assertThat(Path.of(emulator.caFile())).hasContent(before);
        }
    }

    /** Each trusts it by name, and not without the file. */
    @Test
    @Timeout(240)
    void curlAndOpensslTrustIt() throws Exception {
        assumeTrue(works("curl", "--version"), "no curl here");
        assumeTrue(works("openssl", "version"), "no openssl here");
        try (Running emulator = start("--cert-host", "teo.example.com")) {
            String port = emulator.endpoint().replaceFirst(".*:", "");
            for (String host : List.of("127.0.0.1", "localhost", "teo.example.com")) {
                assertThat(curl(host, port, "--cacert", emulator.caFile())).as(host).isZero();
            }
            assertThat(curl("localhost", port)).as("untrusted").isEqualTo(60);
            assertThat(curl("other.example.com", port, "--cacert", emulator.caFile()))
                    .as("another name")
                    .isEqualTo(60);
            assertThat(
                            run(
                                    "openssl",
                                    "s_client",
                                    "-connect",
                                    "127.0.0.1:" + port,
                                    "-CAfile",
                                    emulator.caFile(),
                                    "-verify_hostname",
                                    "teo.example.com",
                                    "-x509_strict",
                                    "-verify_return_error"))
                    .as("what strict clients check, such as those of Python 3.13")
                    .isZero();
        }
    }

    @Test
    void wrongOptionsAreRefused() throws IOException {
        assertThat(refusal("--cert-host", "a.example.com")).contains("--https");
        assertThat(refusal("--https", "--cert-host", "https://a.example.com/"))
                .contains("--cert-host", "https://a.example.com/");
        Path authority = home.resolve("emulator-tls").resolve("authority.pem");
        Files.createDirectories(authority.getParent());
        Files.writeString(authority, "nonsense");
        assertThat(refusal("--https")).contains(authority.toString());
        assertThat(authority).hasContent("nonsense");
    }

    private String refusal(String... more) {
        List<String> all = new ArrayList<>(List.of("emulator", "--home", home.toString()));
        all.addAll(List.of("--lang", "en"));
        all.addAll(List.of(more));
        Ended ended = RealProgram.run(Map.of(), new byte[0], all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        return ended.err();
    }

    private Ended program(Running emulator, String endpoint, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint", endpoint, "--home", home.toString()));
        return RealProgram.run(
                Map.of(
                        "TENCENTCLOUD_SECRET_ID",
                        emulator.first().get("secretId").asString(),
                        "TENCENTCLOUD_SECRET_KEY",
                        emulator.first().get("secretKey").asString()),
                new byte[0],
                all.toArray(String[]::new));
    }

    private static int curl(String host, String port, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--noproxy", "*"));
        command.addAll(List.of("--resolve", host + ":" + port + ":127.0.0.1"));
        command.addAll(List.of(more));
        command.addAll(List.of("-d", "{}", "https://" + host + ":" + port + "/"));
        return run(command.toArray(String[]::new));
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return run(command) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs without input; what it says is not kept. */
    private static int run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.getOutputStream().close();
        return process.waitFor();
    }
}

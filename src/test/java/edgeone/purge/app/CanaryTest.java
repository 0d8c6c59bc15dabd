package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.ApiKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Distinctive secrets go through the commands of the real program, each in a process of its own,
 * logging all it can, and through what goes wrong; afterwards nothing it left or said holds them.
 */
@Timeout(600)
final class CanaryTest {
    private static final String ID = "AKIDcanary0000000000000000000000001";
    private static final String LONG_LIVED_ID = "AKIDcanary0000000000000000000000002";

    @TempDir Path temp;

    private final Map<String, String> environment = new HashMap<>();
    private final Canaries canaries = Canaries.all();
    private final List<String> leaks = new ArrayList<>();
    private int runs;

    /** The search itself finds every form, wherever it stands. */
    @Test
    void theSearchFindsWhatIsPlanted() throws Exception {
        for (String secret :
                List.of(
                        Canaries.KEY,
                        Canaries.TOKEN,
                        Canaries.PASSPHRASE,
                        Canaries.PROXY_PASSWORD)) {
            for (Map.Entry<String, byte[]> form : Canaries.forms(secret).entrySet()) {
                Path file = temp.resolve("planted");
                try (OutputStream out = Files.newOutputStream(file)) {
                    out.write("before \u0000\u00ff".getBytes(StandardCharsets.UTF_8));
                    out.write(form.getValue());
                    out.write("after".getBytes(StandardCharsets.UTF_8));
                }
                assertThat(canaries.below(temp)).as(form.getKey()).isNotEmpty();
            }
            for (String before : List.of("", "u", "us", "usr", "user")) {
                byte[] text = (before + secret + "!").getBytes(StandardCharsets.UTF_8);
                assertThat(canaries.in("x", java.util.Base64.getEncoder().encode(text)))
                        .as(before)
                        .isNotEmpty();
                assertThat(canaries.in("x", java.util.Base64.getUrlEncoder().encode(text)))
                        .as(before)
                        .isNotEmpty();
            }
        }
        Files.writeString(temp.resolve("planted"), "CanaryKey, but not the one");
        assertThat(canaries.below(temp)).isEmpty();
    }

    /** A leak that a program planted into its log is found by this test's own way of looking. */
    @Test
    void aSecretInTheLogIsFoundAndKeepsTheBundleFromBeingSaved() throws Exception {
        environment.put("TENCENTCLOUD_SECRET_ID", LONG_LIVED_ID);
        environment.put("TENCENTCLOUD_SECRET_KEY", Canaries.KEY);
        run(0, "", "jobs");
        assertThat(canaries.below(home())).isEmpty();
        Path log = home().resolve("log/console-0.0.log");
        Files.writeString(
                log,
                "planted "
                        + java.util.HexFormat.of()
                                .formatHex(Canaries.KEY.getBytes(StandardCharsets.UTF_8)));
        assertThat(canaries.below(home())).hasSize(1);
        Path zip = temp.resolve("bundle.zip");
        String said = run(2, "", "support-bundle", "--output", zip.toString(), "--lang", "en");
        assertThat(said).contains("environment", "hex", "log/console-0.0.log");
        assertThat(zip).doesNotExist();
    }

    @Test
    void noSecretIsLeftAnywhere() throws Exception {
        List<ApiKey> keys =
                List.of(
                        new ApiKey(LONG_LIVED_ID, Canaries.KEY, null),
                        new ApiKey(ID, Canaries.KEY, Canaries.TOKEN));
        try (EmbeddedEdgeOne edgeOne =
                        EmbeddedEdgeOne.start(EmulatorOptions.defaults().withKeys(keys));
                EchoingEdgeOne echoing = new EchoingEdgeOne()) {
            accounts(edgeOne);
            jobs(edgeOne);
            environment.put("TENCENTCLOUD_SECRET_ID", ID);
            environment.put("TENCENTCLOUD_SECRET_KEY", Canaries.KEY);
            environment.put("TENCENTCLOUD_TOKEN", Canaries.TOKEN);
            echoes(echoing);
            imports();
            tour(edgeOne);
        }
        // What a log at its most talkative is for: it must have talked.
        try (var logs = Files.list(home().resolve("log"))) {
            assertThat(logs.filter(f -> f.toString().endsWith(".log")).map(CanaryTest::text))
                    .anySatisfy(t -> assertThat(t).contains("CreatePurgeTask", "***"));
        }
        leaks.addAll(canaries.below(temp));
        assertThat(leaks).isEmpty();
        assertOwnerOnly(home());
    }

    private void accounts(EmbeddedEdgeOne edgeOne) throws Exception {
        String site = edgeOne.endpoint().toString();
        String secrets = Canaries.KEY + "\n" + Canaries.TOKEN + "\n" + Canaries.PASSPHRASE + "\n";
        run(2, " " + secrets, add("padded", site));
        run(2, ID + "\n" + Canaries.KEY + "\n", add("swapped", site));
        run(6, secrets, add("expired", site, "--token-expiry", "2020-01-01T00:00:00Z"));
        run(0, secrets, add("prod", site, "--token-expiry", "2099-01-01T00:00:00Z"));
        run(2, secrets, add("prod", site));
        run(0, Canaries.PASSPHRASE + "\n", "account", "test", "prod");
        run(6, Canaries.TOKEN + "\n", "zones");
        run(0, "", "network", "set", "--proxy", "http://ops@127.0.0.1:9");
        run(0, Canaries.PROXY_PASSWORD + "\n" + Canaries.PASSPHRASE + "\n", "network", "password");
        run(7, Canaries.PASSPHRASE + "\n", "zones", "--endpoint", "https://teo.purge.test");
        run(0, "", "network", "set", "--proxy", "none");
    }

    private static String[] add(String name, String site, String... more) {
        List<String> all =
                new ArrayList<>(List.of("account", "add", name, "--site", site, "--secret-id", ID));
        all.addAll(List.of("--store", "file", "--token"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void jobs(EmbeddedEdgeOne edgeOne) throws Exception {
        String zone = edgeOne.zones().getFirst().id();
        String page = "https://" + edgeOne.zones().getFirst().hosts().getFirst() + "/";
        String passphrase = Canaries.PASSPHRASE + "\n";
        String said =
                run(
                        0,
                        passphrase,
                        "purge",
                        "--zone",
                        zone,
                        "--type",
                        "purge_url",
                        "--target",
                        page,
                        "--wait");
        String job =
                new JsonMapper()
                        .readTree(said.substring(0, said.indexOf('\n')))
                        .get("job")
                        .stringValue();
        run(2, passphrase, "purge", "--zone", zone, "--type", "purge_all");
        run(2, passphrase, "retry", job);
        run(0, passphrase, "resume");
        for (String format : List.of("csv", "json", "html")) {
            run(0, "", "export", job, "--format", format, "--output", temp + "/export." + format);
        }
        run(0, passphrase, "support-bundle", "--output", temp + "/bundle.zip");
        run(0, "", "support-bundle", "--no-targets", "--output", temp + "/without.zip");
    }

    /** Whatever a server says, and however it breaks. */
    private void echoes(EchoingEdgeOne echoing) throws Exception {
        String[] purge = {
            "purge",
            "--zone",
            "zone-1",
            "--type",
            "purge_url",
            "--wait",
            "--settle",
            "0.1",
            "--target",
            "https://a.test/1",
            "--target",
            "https://a.test/2",
            "--endpoint",
            echoing.endpoint()
        };
        for (EchoingEdgeOne.Mood mood : EchoingEdgeOne.Mood.values()) {
            echoing.mood(mood);
            switch (mood) {
                case TAKES -> run(4, "", purge);
                case REFUSES ->
                        run(6, "", "quota", "--zone", "zone-1", "--endpoint", echoing.endpoint());
                case STATUS_500, NO_JSON, NO_HTTP, WRONG_TYPES ->
                        run(7, "", "zones", "--endpoint", echoing.endpoint());
                case HANGS -> killed(echoing, purge);
            }
        }
        leaks.addAll(canaries.below(home()));
        echoing.mood(EchoingEdgeOne.Mood.REFUSES);
        run(5, "", "resume", "--settle", "0.1", "--endpoint", echoing.endpoint());
        run(0, "", "support-bundle", "--output", temp + "/after.zip");
    }

    /** The journal as it is in the middle of a purge, with its log beside it. */
    private void killed(EchoingEdgeOne echoing, String... command) throws Exception {
        Process process = start(command);
        process.getOutputStream().close();
        assertThat(echoing.hung.await(60, TimeUnit.SECONDS)).isTrue();
        leaks.addAll(canaries.below(home()));
        process.destroyForcibly().waitFor();
    }

    private void imports() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("elsewhere/.tccli"));
        environment.put("USER_HOME", temp.resolve("elsewhere").toString());
        Files.writeString(
                folder.resolve("ops.credential"),
                "{\"secretId\":\"" + LONG_LIVED_ID + "\",\"secretKey\":\"" + Canaries.KEY + "\"}");
        Files.writeString(folder.resolve("broken.credential"), "{\"secretKey\":\"" + Canaries.KEY);
        run(0, "", "account", "import");
        run(6, "not the passphrase\n", "account", "import", "ops", "--store", "file");
        run(0, Canaries.PASSPHRASE + "\n", "account", "import", "ops", "--store", "file");
        Files.delete(folder.resolve("ops.credential"));
        Files.delete(folder.resolve("broken.credential"));
    }

    private void tour(EmbeddedEdgeOne edgeOne) throws Exception {
        run(0, "", "--tour", temp + "/tour", "--endpoint", edgeOne.endpoint().toString());
    }

    private Path home() {
        return temp.resolve("home");
    }

    /** Runs the program and looks at what it says; returns what it said. */
    private String run(int exit, String input, String... command) throws Exception {
        Process process = start(command);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It had ended without reading.
        }
        if (!process.waitFor(240, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + String.join(" ", command));
        }
        String said = text(temp.resolve(runs + ".out")) + text(temp.resolve(runs + ".err"));
        assertThat(process.exitValue())
                .as("%s%n%s", String.join(" ", command), said)
                .isEqualTo(exit);
        return said;
    }

    private Process start(String... command) throws IOException {
        runs++;
        List<String> all =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dfile.encoding=UTF-8",
                                "-Duser.home="
                                        + environment.getOrDefault("USER_HOME", temp.toString()),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "--home",
                                home().toString(),
                                "--json"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all);
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(n -> n.startsWith("TENCENTCLOUD_") || n.startsWith("EDGEONE_"));
        inherited.keySet().removeIf(n -> n.toLowerCase(java.util.Locale.ROOT).endsWith("_proxy"));
        inherited
                .keySet()
                .removeAll(
                        Set.of(
                                "JAVA_TOOL_OPTIONS",
                                "DISPLAY",
                                "WAYLAND_DISPLAY",
                                "DBUS_SESSION_BUS_ADDRESS",
                                "XDG_RUNTIME_DIR"));
        inherited.putAll(environment);
        inherited.put("EDGEONE_PURGE_DEBUG", "1");
        builder.redirectOutput(temp.resolve(runs + ".out").toFile());
        builder.redirectError(temp.resolve(runs + ".err").toFile());
        Process process = builder.start();
        Path arguments = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        if (Files.exists(arguments)) {
            leaks.addAll(canaries.in(arguments.toString(), Files.readAllBytes(arguments)));
        }
        return process;
    }

    private static void assertOwnerOnly(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> owner =
                Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                assertThat(owner)
                        .as(path.toString())
                        .containsAll(Files.getPosixFilePermissions(path));
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

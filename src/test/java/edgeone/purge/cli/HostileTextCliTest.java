package edgeone.purge.cli;

import static edgeone.purge.cli.HostileEdgeOne.FORGED;
import static edgeone.purge.cli.HostileEdgeOne.WORDS;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.team.OddServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Text from outside never moves the cursor, reverses text or begins a line. */
final class HostileTextCliTest {
    /** A file name allowed on every system this test runs on. */
    private static final String ODD_NAME = "odd\u202E\u200B\u2028name";

    private static final String KEY = "keyExampleExampleExampleExample1";
    private static final String PASSPHRASE = "open sesame\n";

    @TempDir Path home;
    @TempDir Path files;

    private final Map<String, String> environment = new HashMap<>();
    private String input = PASSPHRASE;
    private final Set<String> driven = new TreeSet<>();
    private HostileEdgeOne edgeOne;

    @BeforeEach
    void start() throws IOException {
        edgeOne = new HostileEdgeOne();
        environment.put("TENCENTCLOUD_SECRET_ID", "AKIDexampleExampleExampleExample0001");
        environment.put("TENCENTCLOUD_SECRET_KEY", KEY);
    }

    @AfterEach
    void stop() {
        edgeOne.close();
    }

    /** A new command that is not run here fails the last line. */
    @Test
    void noCommandWritesControlCharacters() throws Exception {
        Path list = Files.writeString(files.resolve(ODD_NAME), "https://a.test/\u202E\u009Bx\n");
        talks("zones");
        talks("quota", "--zone", "zone-1");
        talks("purge", "--zone", "zone-1", "--type", "purge_url", "--targets-file", list + "");
        talks(
                "purge",
                "--zone",
                "no" + WORDS,
                "--type",
                "purge_url",
                "--target",
                "https://a.test/1");
        talks(
                "purge",
                "--zone",
                "zone-1",
                "--type",
                "purge_url",
                "--target",
                "https://a.test/\u001B\u202E");
        talks("purge", "--zone", "zone-1", "--type", WORDS, "--target", "https://a.test/1");
        Path page =
                Files.writeString(
                        files.resolve(ODD_NAME + ".md"),
                        "[x](ftp://\u202E\u009B) [y](https://a.test/\u001B\u202E)\n");
        for (String format : List.of("auto", "markdown", "sitemap", WORDS)) {
            String[] purge = {"purge", "--zone", "zone-1", "--type", "purge_url", "--dry-run"};
            List<String> all = new ArrayList<>(List.of(purge));
            all.addAll(List.of("--targets-file", page.toString(), "--format", format));
            talks(all.toArray(String[]::new));
        }
        talks("explain", "--zone", "zone-1", "--type", "purge_url", "https://a.test/\u202E#b");
        talks(
                "purge",
                "--zone",
                "zone-1",
                "--type",
                "purge_url",
                "--wait",
                "--target",
                "https://a.test/1",
                "--target",
                "https://a.test/2");
        String job = newestJob();
        talks("targets", job);
        says("jobs");
        talks("follow", job);
        says("retry", job);
        edgeOne.refuse(true);
        talks("zones");
        talks("purge", "--zone", "zone-1", "--type", "purge_url", "--target", "https://a.test/3");
        says("resume");
        edgeOne.refuse(false);
        says("cancel", job);
        says("cancel", WORDS);
        says("sync", "--zone", "zone-1");
        talks("sync", "--zone", "no" + WORDS);
        talks("sync", "--zone", "zone-1", "--since", WORDS);
        says("audit", "verify");
        talks("audit", "verify", "--head", WORDS);
        says("audit", "head");
        talks("prune", "--before", WORDS);
        says("prune", "--keep", "100");
        talks("stats");
        talks("stats", "--origin", WORDS);
        for (String format : List.of("csv", "json", "html", WORDS)) {
            talks("export", job, "--format", format, "--output", files.resolve(ODD_NAME) + "");
        }
        String odd = files.resolve(ODD_NAME).toString();
        talks("export", "--text", "a.test", "--format", "csv", "--output", odd);
        talks("export", "--zone", WORDS, "--format", "csv", "--output", odd);
        talks("rescue", "--output", files.resolve(ODD_NAME + ".db").toString());
        talks("rescue", odd, "--output", files.resolve("new").toString());
        says("calls");
        says("calls", job, "--no-reads", "--text", "c0");
        says("calls", WORDS);
        for (int call = 1; call <= 12; call++) {
            says("call-show", "c" + call);
        }
        talks("call-show", WORDS);
        says("code", "--lang", "curl", "c1");
        talks("code", "--lang", "curl", WORDS);
        says("call", "--action", "DescribeZones");
        talks("call", "--action", WORDS);
        says("call", "--action", "DescribeZones", "--params", WORDS);
        talks("call", "--action", "DescribeZones", "--params", "@" + WORDS);
        talks("support-bundle", "--output", files.resolve(ODD_NAME + ".zip").toString());
        talks("emulator", "--faults", WORDS);
        calls();
        warmAndVerify(job);
        recipes(job);
        network();
        team();
        accounts();
        assertThat(driven).containsExactlyElementsOf(EveryCommand.names());
    }

    private void calls() throws Exception {
        says("actions");
        says("error", WORDS);
        says("error", "{\"Error\":{\"Code\":\"A.B\",\"Message\":\"" + WORDS + "\"}}");
        Path body =
                Files.writeString(files.resolve(ODD_NAME + "p.json"), "{\"" + ODD_NAME + "\":1}");
        for (List<String> command : List.of(List.of("sign"), List.of("code", "--lang=go"))) {
            for (List<String> call :
                    List.of(
                            List.of("--action", WORDS),
                            List.of("--action", "DescribeZones", "--params", "@" + body),
                            List.of("--action", "DescribeZones", "--params", "@" + body + "x"))) {
                List<String> all = new ArrayList<>(command);
                all.addAll(call);
                talks(all.toArray(String[]::new));
            }
        }
        String[] unchecked = {"--action", "DescribeZones", "--params", "@" + body, "--unchecked"};
        List<String> sign = new ArrayList<>(List.of("sign"));
        sign.addAll(List.of(unchecked));
        talks(sign.toArray(String[]::new));
        talks("code", "--action", "DescribeZones", "--lang", WORDS);
    }

    private void warmAndVerify(String job) throws Exception {
        talks("prefetch", "--zone", "no" + WORDS, "--target", "https://a.test/1");
        talks("prefetch", "--zone", "zone-1", "--target", "https://a.test/\u001B\u202E");
        talks("prefetch", "--zone", "zone-1", "--target", "https://a.test/1", "--mode", WORDS);
        says("prefetch", "--zone", "zone-1", "--target", "https://a.test/1", "--header", WORDS);
        try (ServerSocket edge = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAll(edge));
            String at = "127.0.0.1:" + edge.getLocalPort();
            talks("probe", "--target", "http://a.test/1", "--edge", at, "--allow-private");
            talks("probe", "--target", "http://a.test/1", "--edge", WORDS);
        }
        String page = files.resolve(ODD_NAME + "e.html").toString();
        talks("evidence", job, "--output", page);
        talks("evidence", job, "--output", page);
        says("evidence", WORDS, "--output", page);
    }

    /** Answers every connection with headers that act on a terminal. */
    private static void answerAll(ServerSocket edge) {
        String reply =
                "HTTP/1.1 302 Found\r\nLocation: https://a.test/\u202E\u009B\r\n"
                        + "EO-Cache-Status: \u202EHIT\r\nContent-Length: 0\r\n\r\n";
        while (!edge.isClosed()) {
            try (Socket one = edge.accept()) {
                var in = new BufferedReader(new InputStreamReader(one.getInputStream(), UTF_8));
                String line = in.readLine();
                while (line != null && !line.isEmpty()) {
                    line = in.readLine();
                }
                one.getOutputStream().write(reply.getBytes(UTF_8));
            } catch (IOException e) {
                // Closed at the end, or by the program.
                continue;
            }
        }
    }

    private void recipes(String job) throws Exception {
        Path shared = files.resolve(ODD_NAME + ".json");
        talks("recipe", "save", WORDS, "--job", job);
        says("recipe", "save", "kept", "--job", job);
        says("recipe", "list");
        talks("recipe", "show", WORDS);
        says("recipe", "show", "kept");
        talks("recipe", "export", "kept", "--output", shared.toString());
        Files.writeString(shared, "{\"recipe\":\"" + WORDS.replace("\n", "") + "\"}");
        talks("recipe", "import", shared.toString());
        talks("recipe", "remove", WORDS);
        says("recipe", "remove", "kept");
    }

    private void network() {
        says("network", "show");
        talks("network", "set", "--ca-file", files.resolve(ODD_NAME).toString());
        talks("network", "set", "--no-proxy", WORDS);
        talks("network", "set", "--proxy", WORDS + "://x", "--unknown" + WORDS);
        says("network", "password");
    }

    private void team() throws Exception {
        talks("team", "set", "--url", WORDS);
        says("team", "schema");
        try (OddServer database = OddServer.refusing(WORDS)) {
            input = KEY + "\n" + PASSPHRASE;
            talks("team", "set", "--url", database.url(), "--user", WORDS);
            input = PASSPHRASE;
            talks("team", "status");
            talks("team", "publish");
            talks("audit", "verify", "--team");
            talks("jobs", "--everyone");
            talks("requests");
            talks("release", WORDS);
            talks("decline", WORDS);
        }
        says("team", "off");
    }

    private void accounts() {
        environment.clear();
        input = KEY + "\n" + PASSPHRASE;
        String site = edgeOne.endpoint();
        says("account", "add", WORDS, "--site", site, "--secret-id", "AKIDx", "--store", "file");
        says(
                "account",
                "add",
                "mine",
                "--site",
                site,
                "--secret-id",
                "AKIDexampleExampleExampleExample0002",
                "--store",
                "file",
                "--default-zone",
                WORDS);
        input = PASSPHRASE;
        talks("account", "edit", "mine", "--colour", WORDS);
        says("account", "rename", "mine", WORDS);
        talks("account", "default", WORDS);
        says("account", "default", "mine");
        edgeOne.refuse(true);
        talks("account", "test", "mine");
        edgeOne.refuse(false);
        says("account", "test", "mine");
        says("account", "list");
        talks("account", "import", WORDS);
        says("account", "forget-passphrase");
        talks("account", "remove", WORDS);
    }

    private String newestJob() {
        return ended("jobs", "--json").json().get("jobs").get(0).get("job").asString();
    }

    /** Runs it, and expects the hostile texts in its output, made visible. */
    private void talks(String... arguments) {
        for (Ended ended : says(arguments)) {
            assertThat(ended.out() + ended.err()).as(String.join(" ", arguments)).contains("\\u{");
        }
    }

    /** Runs it in both languages. */
    private List<Ended> says(String... arguments) {
        String called = String.join(" ", arguments);
        EveryCommand.names().stream()
                .filter(name -> called.equals(name) || called.startsWith(name + " "))
                .forEach(driven::add);
        List<Ended> all = new ArrayList<>();
        for (String language : List.of("en", "zh")) {
            List<String> whole = new ArrayList<>(List.of(arguments));
            whole.addAll(List.of("--lang", language));
            Ended ended = ended(whole.toArray(String[]::new));
            assertThat(ended.exit()).as(called + ended.err()).isNotEqualTo(ExitCodes.BUG);
            harmless(called, ended.out());
            harmless(called, ended.err());
            all.add(ended);
        }
        return all;
    }

    private Ended ended(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--settle", "0.1", "--home", home.toString()));
        if (!environment.isEmpty()) {
            all.addAll(List.of("--endpoint", edgeOne.endpoint()));
        }
        return RealProgram.run(environment, input.getBytes(UTF_8), all.toArray(String[]::new));
    }

    private static void harmless(String called, String said) {
        assertThat(said.codePoints().filter(c -> c != '\n').filter(HostileTextCliTest::acts))
                .as("%s%n%s", called, said)
                .isEmpty();
        assertThat(said.lines()).as(called).noneMatch(line -> line.startsWith(FORGED));
    }

    private static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}

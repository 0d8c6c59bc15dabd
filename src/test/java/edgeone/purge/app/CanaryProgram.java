package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.cli.EveryCommand;

import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The real program with its own home folder and environment. Each command runs in its own process
 * with full logging; output goes to files beside the home folder. Not thread-safe.
 */
final class CanaryProgram {
    private static final Set<String> DESKTOP =
            Set.of(
                    "JAVA_TOOL_OPTIONS",
                    "DISPLAY",
                    "WAYLAND_DISPLAY",
                    "DBUS_SESSION_BUS_ADDRESS",
                    "XDG_RUNTIME_DIR");

    /** Limits compilation, which is faster unless a key is derived or many pictures are drawn. */
    private static final String SHORT = "-XX:TieredStopAtLevel=1";

    private final Path folder;
    private final ProgramJars jars;
    private final Canaries canaries = Canaries.all();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> leaks = new ArrayList<>();
    private final Set<String> done = new TreeSet<>();
    private int runs;

    /**
     * @param folder for the home folder and output; also the user folder
     */
    CanaryProgram(Path folder, ProgramJars jars) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.jars = jars;
    }

    Path home() {
        return folder.resolve("home");
    }

    /** A file beside the home folder. */
    Path file(String name) {
        return folder.resolve(name);
    }

    void put(String variable, String value) {
        environment.put(variable, value);
    }

    /** The key and the token in the environment. */
    void signIn(String secretId) {
        put("TENCENTCLOUD_SECRET_ID", secretId);
        put("TENCENTCLOUD_SECRET_KEY", Canaries.KEY);
        put("TENCENTCLOUD_TOKEN", Canaries.TOKEN);
    }

    /** What was found in process arguments and by {@link #search}. */
    List<String> leaks() {
        return leaks;
    }

    /** The commands that succeeded with exit code 0. */
    Set<String> done() {
        return done;
    }

    /** Searches the home folder now. */
    void search() throws IOException {
        leaks.addAll(canaries.below(home()));
    }

    /** Nothing was found, the log is full, and every file is for its owner only. */
    void assertClean(String... logged) throws IOException {
        assertThat(leaks).isEmpty();
        assertTalkative(logged);
        assertOwnerOnly(home());
    }

    /** A full log must contain something. */
    private void assertTalkative(String... words) throws IOException {
        try (var logs = Files.list(home().resolve("log"))) {
            assertThat(logs.filter(f -> f.toString().endsWith(".log")).map(CanaryProgram::text))
                    .anySatisfy(t -> assertThat(t).contains(words));
        }
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

    /** Runs a command and returns its output. */
    String run(int exit, String input, String... command) throws Exception {
        boolean lives = !input.isEmpty() || List.of(command).contains("--tour");
        Process process = started(lives ? List.of() : List.of(SHORT), command);
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading its input.
        }
        return end(process, exit, command);
    }

    private String end(Process process, int exit, String... command) throws Exception {
        int run = runs;
        if (!process.waitFor(600, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + String.join(" ", command));
        }
        String said = text(folder.resolve(run + ".out")) + text(folder.resolve(run + ".err"));
        assertThat(process.exitValue())
                .as("%s%n%s", String.join(" ", command), said)
                .isEqualTo(exit);
        if (exit == 0) {
            done(command);
        }
        return said;
    }

    /** Records that a command succeeded. */
    void done(String... command) {
        Set<String> all = EveryCommand.names();
        String words = String.join(" ", command) + " ";
        all.stream().filter(name -> words.startsWith(name + " ")).forEach(done::add);
    }

    /** Starts a command. */
    Process start(String... command) throws IOException {
        return started(List.of(SHORT), command);
    }

    private Process started(List<String> options, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of("--home", home().toString(), "--json"));
        all.addAll(List.of(command));
        return start(Main.class.getName(), options, all);
    }

    /** Starts a process with another main class, and checks its arguments. */
    Process start(String main, List<String> options, List<String> arguments) throws IOException {
        runs++;
        List<String> own = new ArrayList<>(options);
        own.add("-Duser.home=" + folder);
        List<String> all = new ArrayList<>(jars.java(main, own.toArray(String[]::new)));
        all.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(all);
        Map<String, String> given = builder.environment();
        given.keySet().removeIf(n -> n.startsWith("TENCENTCLOUD_") || n.startsWith("EDGEONE_"));
        given.keySet().removeIf(n -> n.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        given.keySet().removeAll(DESKTOP);
        given.putAll(environment);
        given.put("EDGEONE_PURGE_DEBUG", "1");
        builder.redirectOutput(folder.resolve(runs + ".out").toFile());
        builder.redirectError(folder.resolve(runs + ".err").toFile());
        Process process = builder.start();
        Path shown = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        if (Files.exists(shown)) {
            leaks.addAll(canaries.in(shown.toString(), Files.readAllBytes(shown)));
        }
        return process;
    }

    /** Waits until the last started process has printed {@code word}. */
    void awaitWord(String word) throws TimeoutException {
        Path out = folder.resolve(runs + ".out");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> text(out).contains(word));
    }

    /** Waits for such a process and returns its output. */
    String end(Process process, int exit) throws Exception {
        return end(process, exit, "the process");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application image: launcher, jars and a runtime with only the required modules, with an AOT
 * cache (JEP 514) so that it starts without loading and linking classes again.
 *
 * @param input the jars and what else goes beside them
 */
record AppImage(String name, String mainJar, String version, Path input, Path runtime) {
    private static final Path JAVA_OPTIONS = Path.of("packaging", "java.args");

    /** A home folder's content from its second start on, so that reading it is trained too. */
    private static final Path SETTINGS = Path.of("packaging", "training", "settings.json");

    private static final Path LAUNCHER = Path.of("packaging", "linux", "launcher.sh");

    /** Makes the program's window close as soon as it is complete. */
    private static final String TRAINING = "EDGEONE_PURGE_TRAINING";

    private static final String USE = "-XX:AOTCache=";
    private static final String MAKE = "-XX:AOTCacheOutput=";

    static void link(Path modules, Path runtime) throws IOException {
        Path left = Files.createTempFile("left-out", ".txt");
        Files.write(left, leftOut());
        Steps.execute(
                List.of(
                        Steps.tool("jlink"),
                        "--add-modules",
                        String.join(",", lines(modules)),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--include-locales=en,zh",
                        "--exclude-resources=@" + left,
                        "--compress",
                        "zip-6",
                        "--output",
                        runtime.toString()));
        Files.delete(left);
        Staging.stripLibraries(runtime);
    }

    /**
     * Swing and the software synthesizer, which JavaFX does not use but which are in a module it
     * needs. One class of each package stays, because the module declares its packages.
     */
    private static List<String> leftOut() throws IOException {
        Pattern unused =
                Pattern.compile(
                        "/java\\.desktop/(javax/swing|com/sun/java/swing|sun/swing|com/sun/media/sound)/.*");
        Set<String> packages = new HashSet<>();
        Path desktop =
                FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.desktop");
        try (var files = Files.walk(desktop)) {
            return files.map(f -> f.toString().replaceFirst("^/modules", ""))
                    .filter(f -> f.endsWith(".class") && unused.matcher(f).matches())
                    .sorted()
                    .filter(f -> !packages.add(f.substring(0, f.lastIndexOf('/'))))
                    .toList();
        }
    }

    void make(Path out, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Steps.tool("jpackage"), "--type", "app-image"));
        command.addAll(List.of("--name", name, "--app-version", version));
        command.addAll(List.of("--input", input.toString(), "--main-jar", mainJar));
        command.addAll(List.of("--runtime-image", runtime.toString(), "--dest", out.toString()));
        for (String option : lines(JAVA_OPTIONS)) {
            command.addAll(List.of("--java-options", option));
        }
        command.addAll(arguments);
        Steps.execute(command);
    }

    /**
     * Installs a faster launcher on Linux, where jpackage's is slow. It starts Java under the
     * program's name, so that the process can be found by it.
     */
    void quicken(Path out) throws IOException {
        if (Platform.HERE != Platform.LINUX) {
            return;
        }
        String options =
                lines(JAVA_OPTIONS).stream()
                        .map(o -> '"' + o + '"')
                        .collect(Collectors.joining(" \\\n    "));
        String script =
                Files.readString(LAUNCHER)
                        .replace("@NAME@", name)
                        .replace("@OPTIONS@", options)
                        .replace("@JAR@", mainJar);
        Path launcher = launcher(out);
        Files.delete(launcher);
        Files.writeString(launcher, script);
        Files.delete(configuration(out));
        Path java = folder(out).resolve("lib").resolve("runtime").resolve("bin");
        Files.copy(java.resolve("java"), java.resolve(name));
        if (!launcher.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make executable: " + launcher);
        }
    }

    /** Where jpackage's launcher finds its Java options. */
    private Path configuration(Path out) {
        return jars(out).resolve(name + ".cfg");
    }

    Path folder(Path out) {
        return out.resolve(Platform.HERE == Platform.MACOS ? name + ".app" : name);
    }

    /** The folder the launcher calls $APPDIR. */
    Path jars(Path out) {
        return switch (Platform.HERE) {
            case LINUX -> folder(out).resolve("lib").resolve("app");
            case WINDOWS -> folder(out).resolve("app");
            case MACOS -> folder(out).resolve("Contents").resolve("app");
        };
    }

    Path launcher(Path out) {
        return switch (Platform.HERE) {
            case LINUX -> folder(out).resolve("bin").resolve(name);
            case WINDOWS -> folder(out).resolve(name + ".exe");
            case MACOS -> folder(out).resolve("Contents").resolve("MacOS").resolve(name);
        };
    }

    /**
     * Runs the image with these arguments, which are given a folder to write to, until it exits;
     * what it loaded becomes the cache. A program that does not exit by itself is started twice
     * with the same home folder: until it is idle, so that the second start finds what the first
     * leaves, such as the zones, and then until the window is complete, which counts.
     */
    void train(Path out, boolean ends, Function<Path, List<String>> arguments) throws IOException {
        Path options = Files.exists(configuration(out)) ? configuration(out) : launcher(out);
        String normal = Files.readString(options);
        if (!normal.contains(USE)) {
            throw new IOException("missing " + USE + " in " + options);
        }
        Path scratch = Files.createTempDirectory("training");
        Path log = scratch.resolve("log");
        Path home = Files.createDirectory(scratch.resolve("home"));
        Files.copy(SETTINGS, home.resolve(SETTINGS.getFileName()));
        try (Display display = Display.open()) {
            List<String> command =
                    new ArrayList<>(List.of(launcher(out).toAbsolutePath().toString()));
            command.addAll(arguments.apply(scratch));
            if (!ends) {
                run(command, home, log, display, Until.IDLE);
            }
            Files.writeString(options, normal.replace(USE, MAKE));
            Until end = ends ? Until.EXIT : Until.FIRST_FRAME;
            Process process = run(command, home, log, display, end);
            boolean endedWell = process.exitValue() == 0;
            try (var files = Files.list(jars(out))) {
                if (!endedWell || files.noneMatch(f -> f.toString().endsWith(".aot"))) {
                    throw new IOException(
                            "the training run ended with "
                                    + process.exitValue()
                                    + "\n"
                                    + Files.readString(log));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.writeString(options, normal);
            Steps.delete(scratch);
        }
        if (Platform.HERE == Platform.MACOS) {
            // The cache came after jpackage had signed the folder.
            Steps.execute(
                    List.of(
                            "codesign",
                            "--force",
                            "--deep",
                            "--sign",
                            "-",
                            folder(out).toString()));
        }
    }

    /** How long a run lasts. */
    private enum Until {
        EXIT,
        IDLE,
        FIRST_FRAME
    }

    private static Process run(
            List<String> command, Path home, Path log, Display display, Until end)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(k -> k.startsWith("TENCENTCLOUD_"));
        builder.environment().put("EDGEONE_PURGE_HOME", home.toString());
        display.into(builder.environment());
        if (end == Until.FIRST_FRAME) {
            builder.environment().put(TRAINING, "1");
        }
        Process process = builder.redirectOutput(log.toFile()).start();
        if (end == Until.IDLE) {
            waitUntilIdle(process);
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return process;
    }

    /**
     * Waits ten seconds, then until three seconds pass with little work (the caret keeps blinking),
     * at most two minutes.
     */
    private static void waitUntilIdle(Process process) throws InterruptedException {
        TimeUnit.SECONDS.sleep(10);
        long before = work(process);
        for (int i = 0; i < 40 && process.isAlive(); i++) {
            TimeUnit.SECONDS.sleep(3);
            long now = work(process);
            if (now - before < 400) {
                return;
            }
            before = now;
        }
    }

    /** Processor time of a process and its children, in milliseconds. */
    private static long work(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(p -> p.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .toList();
    }
}

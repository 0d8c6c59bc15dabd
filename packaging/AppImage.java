import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An application image: launcher, jars and a runtime of only the modules needed, with the AOT cache
 * (JEP 514) that lets it start without loading and linking classes anew.
 *
 * @param input the jars and what else goes beside them
 */
record AppImage(String name, String mainJar, String version, Path input, Path runtime) {
    private static final Path JAVA_OPTIONS = Path.of("packaging", "java.args");
    private static final String USE = "-XX:AOTCache=";
    private static final String MAKE = "-XX:AOTCacheOutput=";

    static void link(Path modules, Path runtime) throws IOException {
        Steps.execute(
                List.of(
                        Steps.tool("jlink"),
                        "--add-modules", String.join(",", lines(modules)),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--include-locales=en,zh",
                        "--compress", "zip-6",
                        "--output", runtime.toString()));
    }

    void make(Path out, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Steps.tool("jpackage"), "--type", "app-image"));
        command.addAll(List.of("--name", name, "--app-version", version));
        command.addAll(List.of("--input", input.toString(), "--main-jar", mainJar));
        command.addAll(List.of("--runtime-image", runtime.toString(), "--dest", out.toString()));
        for (String option : lines(JAVA_OPTIONS)) {
            command.addAll(List.of("--java-options", option));
        }
        command.addAll(arguments);
        Steps.execute(command);
    }

    Path folder(Path out) {
        return out.resolve(Platform.HERE == Platform.MACOS ? name + ".app" : name);
    }

    /** The folder that the launcher knows as $APPDIR. */
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
     * Runs the image once with these arguments, which get a folder to write into, and keeps what it
     * loaded as the cache.
     */
    void train(Path out, Function<Path, List<String>> arguments) throws IOException {
        Path settings = jars(out).resolve(name + ".cfg");
        String normal = Files.readString(settings);
        if (!normal.contains(USE)) {
            throw new IOException("no " + USE + " in " + settings);
        }
        Path scratch = Files.createTempDirectory("training");
        try (Display display = Display.open()) {
            Files.writeString(settings, normal.replace(USE, MAKE));
            List<String> command = new ArrayList<>(List.of(launcher(out).toAbsolutePath().toString()));
            command.addAll(arguments.apply(scratch));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(k -> k.startsWith("TENCENTCLOUD_"));
            builder.environment().put("EDGEONE_PURGE_HOME", scratch.resolve("home").toString());
            display.into(builder.environment());
            builder.redirectOutput(scratch.resolve("log").toFile());
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            List<Path> made;
            try (var files = Files.list(jars(out))) {
                made = files.filter(f -> f.toString().endsWith(".aot")).toList();
            }
            if (process.exitValue() != 0 || made.isEmpty()) {
                throw new IOException(
                        "the training run ended with " + process.exitValue() + "\n"
                                + Files.readString(scratch.resolve("log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.writeString(settings, normal);
            Steps.delete(scratch);
        }
        if (Platform.HERE == Platform.MACOS) {
            // The cache came after jpackage had signed the folder.
            Steps.execute(
                    List.of("codesign", "--force", "--deep", "--sign", "-", folder(out).toString()));
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .toList();
    }
}

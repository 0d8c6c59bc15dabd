package edgeone.purge.harness;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Tests the harness: breaks a copy of the engine in one place, builds a program from it, runs the
 * scenarios that must notice, and prints one line of JSON with the counts of each. Exits with 1 if
 * a broken engine passes. Touches nothing that is shipped.
 */
public final class Mutants {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JAR = "edgeone-purge.jar";

    private Mutants() {}

    public static void main(String[] args) throws Exception {
        boolean caught = true;
        List<String> wanted = List.of(args);
        for (Mutant mutant : Mutant.all()) {
            if (wanted.isEmpty() || wanted.contains(mutant.name())) {
                caught &= isCaught(mutant);
            }
        }
        System.exit(caught ? 0 : 1);
    }

    private static boolean isCaught(Mutant mutant) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mutant");
        try {
            Path classes = Files.createDirectory(folder.resolve("classes"));
            compile(mutant, folder, classes);
            Path app = app(folder, classes);
            boolean all = true;
            for (Map.Entry<String, Integer> entry : mutant.scenarios().entrySet()) {
                JsonNode count = play(classes, app, entry.getKey(), entry.getValue());
                boolean caught = count.path(mutant.sign()).asLong(0) > 0;
                ObjectNode line = JSON.createObjectNode();
                line.put("mutant", mutant.name()).put("caught", caught);
                line.put("by", mutant.sign()).setAll((ObjectNode) count);
                System.out.println(line);
                all &= caught;
            }
            return all;
        } finally {
            Stage.delete(folder);
        }
    }

    private static void compile(Mutant mutant, Path folder, Path classes) throws IOException {
        Path original = Path.of("src/main/java").resolve(mutant.file());
        Path broken = folder.resolve(original.getFileName().toString());
        Files.writeString(broken, mutant.applyTo(Files.readString(original)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed =
                compiler.run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        broken.toString());
        if (failed != 0) {
            throw new IllegalStateException(mutant.name() + " does not compile");
        }
    }

    /** The program with the broken classes in its jar. */
    private static Path app(Path folder, Path classes) throws IOException {
        Path app = Files.createDirectory(folder.resolve("app"));
        Path libraries = Files.createDirectory(app.resolve("lib"));
        try (Stream<Path> all = Files.list(Settings.app().resolve("lib"))) {
            for (Path library : all.toList()) {
                Files.createSymbolicLink(libraries.resolve(library.getFileName()), library);
            }
        }
        Path jar = app.resolve(JAR);
        Files.copy(Settings.programJar(), jar);
        int failed =
                java.util.spi.ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "uf",
                                jar.toString(),
                                "-C",
                                classes.toString(),
                                ".");
        if (failed != 0) {
            throw new IllegalStateException("cannot change " + jar);
        }
        return app;
    }

    private static JsonNode play(Path classes, Path app, String scenario, int trials)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.util.logging.config.file=/dev/null",
                                "-Dscenario=" + scenario,
                                "-Dtrials=" + trials,
                                "-Dseed=" + Settings.seed(),
                                "-Dapp=" + app,
                                "-Dfindings=" + app.resolve("findings"),
                                "-cp",
                                classes
                                        + File.pathSeparator
                                        + System.getProperty("java.class.path"),
                                Faults.class.getName()));
        Path out = app.resolve(scenario + ".out");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(app.resolve(scenario + ".err").toFile())
                        .start();
        process.waitFor();
        List<String> lines = Files.readAllLines(out);
        if (lines.isEmpty()) {
            throw new IllegalStateException(Files.readString(app.resolve(scenario + ".err")));
        }
        return JSON.readTree(lines.getLast());
    }
}

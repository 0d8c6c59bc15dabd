import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Runs the steps of a build and prints the time of each. */
final class Steps {
    /** One step. */
    interface Step {
        void run() throws Exception;
    }

    void run(String name, Step step) throws Exception {
        long start = System.nanoTime();
        System.out.printf("%-22s", name);
        System.out.flush();
        step.run();
        System.out.printf("%5.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    /** A tool of the JDK this runs on. */
    static String tool(String name) {
        String suffix = Platform.HERE == Platform.WINDOWS ? ".exe" : "";
        return Path.of(System.getProperty("java.home"), "bin", name + suffix).toString();
    }

    /** Runs a command to its end; its output is shown only if it fails. */
    static void execute(List<String> command) throws IOException {
        execute(command, Map.of());
    }

    /** Runs a command with additional environment variables. */
    static void execute(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + "\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static long megabytes(Path path) {
        try (var files = Files.walk(path)) {
            long bytes = files.filter(f -> Files.isRegularFile(f)).mapToLong(f -> f.toFile().length()).sum();
            return Math.round(bytes / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    file.toFile().setWritable(true);
                    Files.delete(file);
                }
            }
        }
    }
}

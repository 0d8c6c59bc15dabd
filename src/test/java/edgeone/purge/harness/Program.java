package edgeone.purge.harness;

import edgeone.purge.emulator.DemoAccount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The real program, as a process. */
final class Program {
    /** Longer than any legitimate run, even on a busy machine. */
    static final Duration LONGEST = Duration.ofSeconds(150);

    static final int KILLED = 137;

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command against a stage. */
    static Program start(Stage stage, String name, List<String> command) throws IOException {
        return start(stage, name, List.of(), command);
    }

    /**
     * @param before a program that starts it, such as a tracer
     */
    static Program start(Stage stage, String name, List<String> before, List<String> command)
            throws IOException {
        String shared = "-XX:SharedArchiveFile=" + Settings.sharedArchive();
        return starting(stage, name, before, shared, command);
    }

    /**
     * @param shared the option for the class archive
     */
    static Program starting(
            Stage stage, String name, List<String> before, String shared, List<String> command)
            throws IOException {
        List<String> all = new ArrayList<>(before);
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // For a faster start only, because there are thousands.
        all.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        shared,
                        "-Xlog:disable",
                        "-jar",
                        Settings.programJar().toString(),
                        "--home",
                        stage.home().toString(),
                        "--endpoint",
                        stage.endpoint(),
                        "--settle",
                        String.valueOf(Settings.settle().toMillis() / 1000.0),
                        "--json"));
        all.addAll(command);
        Path out = stage.output(name + ".out");
        Path err = stage.output(name + ".err");
        ProcessBuilder builder = new ProcessBuilder(all);
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("TENCENTCLOUD_TOKEN");
        environment.remove("EDGEONE_PURGE_HOME");
        environment.put("TENCENTCLOUD_SECRET_ID", DemoAccount.SECRET_ID);
        environment.put("TENCENTCLOUD_SECRET_KEY", DemoAccount.SECRET_KEY);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Program(builder.start(), out, err);
    }

    static List<String> purge(Stage stage, String... more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "purge",
                                "--zone",
                                Stage.ZONE,
                                "--type",
                                "purge_url",
                                "--targets-file",
                                stage.targetsFile().toString()));
        command.addAll(List.of(more));
        return command;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the condition holds or the program has ended; true if the condition held. */
    boolean waitUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.sleep(Duration.ofNanos(500_000));
        }
        return false;
    }

    /** Sends SIGKILL to the program alone; true if it was still running. */
    boolean kill() throws InterruptedException {
        List<ProcessHandle> below = process.descendants().toList();
        boolean alive = process.isAlive();
        if (below.isEmpty()) {
            process.destroyForcibly();
        } else {
            below.forEach(ProcessHandle::destroyForcibly);
        }
        int exit = process.waitFor();
        return alive && (exit == KILLED || exit == 128 + 9);
    }

    /** Its exit code; -1 if it did not end in time and was killed. */
    int await() throws InterruptedException {
        if (process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
            return process.exitValue();
        }
        kill();
        return -1;
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }
}

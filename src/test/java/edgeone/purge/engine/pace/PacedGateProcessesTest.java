package edgeone.purge.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Real processes in real time, sharing one folder. */
@Timeout(120)
final class PacedGateProcessesTest {
    private static final String KEY = "0123456789ab";
    private static final String ACTION = "CreatePurgeTask";

    @TempDir Path folder;

    @Test
    void processesShareTheLimitAndOneThatIsKilledLeavesItIntact() throws Exception {
        Process first = start(15, 2);
        Process second = start(15, 2);
        Process killed = start(1_000, 4);
        List<Long> grants = Collections.synchronizedList(new ArrayList<>());
        try (BufferedReader reader = killed.inputReader()) {
            for (int i = 0; i < 15; i++) {
                grants.add(Long.parseLong(reader.readLine()));
            }
            killed.toHandle().destroyForcibly();
            reader.lines().filter(l -> l.length() == 16).map(Long::parseLong).forEach(grants::add);
        }
        List<Thread> readers = List.of(collect(first, grants), collect(second, grants));
        try (PacedGate one = new PacedGate(folder, KEY, 20);
                PacedGate two = new PacedGate(folder, KEY, 20)) {
            Thread beside = Thread.ofVirtual().start(() -> take(one, 15, grants));
            take(two, 15, grants);
            beside.join();
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(grants).hasSizeGreaterThanOrEqualTo(105);
        PacedGateTest.assertWindows(grants, 20);
    }

    private Process start(int requests, int threads) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PacedProcess.class.getName(),
                        folder.toString(),
                        KEY,
                        ACTION,
                        String.valueOf(requests),
                        String.valueOf(threads))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Thread collect(Process process, List<Long> grants) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try (BufferedReader reader = process.inputReader()) {
                                reader.lines().map(Long::parseLong).forEach(grants::add);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }

    private static void take(PacedGate gate, int requests, List<Long> grants) {
        try {
            for (int i = 0; i < requests; i++) {
                grants.add(gate.grant(ACTION));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

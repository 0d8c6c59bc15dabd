package edgeone.purge.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One window for each home folder, across processes: a later start, a crash, a normal end. */
@Timeout(120)
final class WindowClaimProcessTest {
    @TempDir private Path home;

    private final List<Process> started = new ArrayList<>();

    /** A process and its output. */
    private record Start(Process process, BufferedReader says) {
        String line() throws IOException {
            return says.readLine();
        }
    }

    private Start start() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClaimingProcess.class.getName(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        started.add(process);
        return new Start(process, process.inputReader());
    }

    @AfterEach
    void end() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void theSecondRaisesTheFirstAndEnds() throws Exception {
        Start first = start();
        assertThat(first.line()).isEqualTo("opened");
        Start second = start();
        assertThat(second.line()).isEqualTo("raised");
        assertThat(second.process().waitFor()).isZero();
        assertThat(first.line()).isEqualTo("front");
        assertThat(first.process().isAlive()).isTrue();
    }

    @Test
    void aKilledWindowBlocksNoStart() throws Exception {
        Start first = start();
        assertThat(first.line()).isEqualTo("opened");
        first.process().destroyForcibly().waitFor();
        assertThat(home.resolve("one-window.address")).exists();

        Start next = start();
        assertThat(next.line()).isEqualTo("opened");
        assertThat(start().line()).isEqualTo("raised");
        assertThat(next.line()).isEqualTo("front");
    }

    @Test
    void afterItEndsAnotherOpens() throws Exception {
        Start first = start();
        assertThat(first.line()).isEqualTo("opened");
        first.process().getOutputStream().close();
        assertThat(first.process().waitFor()).isZero();
        assertThat(start().line()).isEqualTo("opened");
    }
}

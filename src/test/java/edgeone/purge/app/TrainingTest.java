package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The start that a package is trained with. */
final class TrainingTest {
    @TempDir Path home;
    @TempDir Path output;

    @Test
    void theWindowClosesOnceItIsComplete() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName());
        builder.environment().put("EDGEONE_PURGE_HOME", home.toString());
        builder.environment().put("EDGEONE_PURGE_TRAINING", "1");
        Path said = output.resolve("said");
        Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        assertThat(home.resolve("log")).as("it was the window").isDirectory();
        assertThat(home.resolve("journal.db")).as("what follows did not begin").doesNotExist();
    }
}

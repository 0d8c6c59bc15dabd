package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.SafetyLevel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A program that is killed while it counts down has sent nothing and recorded nothing. */
@Timeout(120)
final class CountdownKilledTest {
    @TempDir private Path home;

    @Test
    void nothingHasLeftAndNothingIsRecordedNineSecondsIntoTheCountdown() throws Exception {
        try (EmbeddedEdgeOne edgeOne = EmbeddedEdgeOne.start(EmulatorOptions.defaults())) {
            String address = edgeOne.endpoint().toString();
            Process window =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-Dglass.platform=Headless",
                                    "-Dprism.order=sw",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    CountingProcess.class.getName(),
                                    home.toString(),
                                    address)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            try {
                assertThat(window.inputReader().readLine()).isEqualTo("ready");
            } finally {
                window.destroyForcibly().waitFor();
            }

            assertThat(edgeOne.calls())
                    .extracting(ApiCall::action)
                    .contains("DescribeZones")
                    .doesNotContain("CreatePurgeTask");
            assertThat(edgeOne.accepted()).isEmpty();
            try (LiveConsole next =
                    new LiveConsole(
                            home, EmulatorOptions.defaults(), SafetyLevel.NORMAL, address)) {
                assertThat(next.history().size()).isZero();
                ResumeReport report =
                        next.engine().resume(next.connection(), Progress.SILENT, new RunControl());
                assertThat(report.resumed()).isEqualTo(List.of());
                assertThat(report.left()).isEmpty();
            }
            assertThat(edgeOne.accepted()).isEmpty();
        }
    }
}

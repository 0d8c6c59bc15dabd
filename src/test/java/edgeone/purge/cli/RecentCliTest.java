package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmulatorOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** What was purged a short while ago is said in the plan, and stops nothing. */
final class RecentCliTest {
    @TempDir private Path home;
    @TempDir private Path elsewhere;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private Shell shell;

    @BeforeEach
    void open() {
        shell =
                new Shell(
                        home,
                        EmulatorOptions.defaults()
                                .withVisibilityLag(Duration.ZERO)
                                .withClock(() -> Instant.now().plus(ahead.get())));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private Ended dryRun(String... paths) {
        String[] arguments = new String[6 + 2 * paths.length];
        arguments[0] = "purge";
        arguments[1] = "--zone";
        arguments[2] = "example.com";
        arguments[3] = "--type";
        arguments[4] = "purge_url";
        arguments[5] = "--dry-run";
        for (int i = 0; i < paths.length; i++) {
            arguments[6 + 2 * i] = "--target";
            arguments[7 + 2 * i] = Shell.PAGE + paths[i];
        }
        return shell.run(arguments);
    }

    /** As another person's or the console's, which this journal knows nothing of. */
    private void purgedElsewhere(String path) {
        Ended ended =
                shell.plain(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--target",
                        Shell.PAGE + path,
                        "--wait",
                        "--endpoint",
                        shell.endpoint,
                        "--home",
                        elsewhere.toString());
        assertThat(ended.exit()).as(ended.toString()).isZero();
    }

    @Test
    void theJournalTellsOfItsOwn() {
        shell.purgeUrls("a", "b");
        shell.faults("DescribePurgeTasks:deny");

        Ended ended = dryRun("a", "c", "b");

        assertThat(ended.exit()).isZero();
        JsonNode recent = ended.json().get("plan").get("recent");
        assertThat(recent.get("targets").asInt()).isEqualTo(2);
        assertThat(recent.get("running").asInt()).isEqualTo(2);
        assertThat(recent.get("secondsAgo").asInt()).isLessThan(60);
        assertThat(ended.err()).contains("Submitted 1 minute ago", "2 targets of this list.");
        assertThat(dryRun("c").json().get("plan").has("recent")).isFalse();
    }

    @Test
    void edgeOnesListTellsOfWhatOthersPurged() {
        purgedElsewhere("b");
        ahead.set(Duration.ofMinutes(4));

        Ended ended = dryRun("a", "b");

        assertThat(ended.err()).contains("Purged 4 minutes ago: 1 target of this list.");
        assertThat(ended.json().get("plan").get("recent").get("running").asInt()).isZero();
    }

    @Test
    void whatWasDoneMoreThanTenMinutesAgoIsNotSaid() {
        purgedElsewhere("b");
        ahead.set(Duration.ofMinutes(11));
        assertThat(dryRun("b").json().get("plan").has("recent")).isFalse();
    }

    @Test
    void itStopsNothingAndAPurgeDoesNotWaitForIt() {
        shell.purgeUrls("a");
        shell.faults("DescribePurgeTasks:hang");

        Ended again = shell.purgeUrls("a");

        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(again.json().get("recent").get("targets").asInt()).isEqualTo(1);
        assertThat(shell.edgeOne.accepted()).hasSize(2);
    }

    @Test
    void aWholeZoneIsOneTarget() {
        shell.run("purge", "--zone", "example.com", "--type", "purge_all", "--yes", "--wait");
        Ended ended =
                shell.run("purge", "--zone", "example.com", "--type", "purge_all", "--dry-run");
        assertThat(ended.json().get("plan").get("recent").get("targets").asInt()).isEqualTo(1);
        assertThat(
                        shell.run(
                                        "purge",
                                        "--zone",
                                        "example.net",
                                        "--type",
                                        "purge_all",
                                        "--dry-run")
                                .json()
                                .get("plan")
                                .has("recent"))
                .isFalse();
    }
}

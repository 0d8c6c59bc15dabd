package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.emulator.EmulatorOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Others' purges come into the history, and stay others'. */
final class SyncCliTest {
    @TempDir private Path home;
    @TempDir private Path elsewhere;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home, EmulatorOptions.defaults().withVisibilityLag(Duration.ZERO));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** As another person's, whose journal is not this one. */
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

    private void prefetchedElsewhere(String path) {
        Ended ended =
                shell.plain(
                        "prefetch",
                        "--zone",
                        "example.com",
                        "--target",
                        Shell.PAGE + path,
                        "--wait",
                        "--endpoint",
                        shell.endpoint,
                        "--home",
                        elsewhere.toString());
        assertThat(ended.exit()).as(ended.toString()).isZero();
    }

    private List<JsonNode> jobsFromElsewhere() {
        return shell.run("jobs", "--origin", "elsewhere").json().get("jobs").valueStream().toList();
    }

    @Test
    void othersPurgesAreBroughtInOnceAndListed() {
        purgedElsewhere("theirs");
        shell.purgeUrls("ours");

        Ended first = shell.run("sync", "--zone", "example.com");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.json().toString()).isEqualTo("{\"added\":1,\"known\":1}");
        assertThat(shell.run("sync", "--zone", "example.com").json().toString())
                .isEqualTo("{\"added\":0,\"known\":2}");
        JsonNode job = jobsFromElsewhere().getFirst();
        assertThat(job.get("origin").asString()).isEqualTo("elsewhere");
        assertThat(job.get("state").asString()).isEqualTo("succeeded");
        assertThat(
                        shell.run("targets", job.get("job").asString())
                                .json()
                                .get("targets")
                                .get(0)
                                .get("target")
                                .asString())
                .isEqualTo(Shell.PAGE + "theirs");
        assertThat(shell.run("audit", "verify").exit()).isZero();
    }

    @Test
    void prefetchesComeInTooAndAKeyThatMayNotListThemStillGetsThePurges() {
        prefetchedElsewhere("a.txt");
        purgedElsewhere("theirs");
        shell.faults("DescribePrefetchTasks:deny");
        assertThat(shell.run("sync", "--zone", "example.com").json().toString())
                .isEqualTo("{\"added\":1,\"known\":0}");
        shell.faults("");

        assertThat(shell.run("sync", "--zone", "example.com").json().toString())
                .isEqualTo("{\"added\":1,\"known\":1}");

        assertThat(jobsFromElsewhere())
                .extracting(job -> job.get("type").asString())
                .containsExactlyInAnyOrder("purge_url", "prefetch_url");
        assertThat(jobsFromElsewhere())
                .extracting(job -> job.get("state").asString())
                .containsOnly("succeeded");
        assertThat(shell.run("audit", "verify").exit()).isZero();
    }

    @Test
    void theyAreNobodysHereToContinue() {
        purgedElsewhere("theirs");
        shell.run("sync", "--zone", "example.com");
        String job = jobsFromElsewhere().getFirst().get("job").asString();

        for (String command : List.of("follow", "retry", "cancel")) {
            Ended ended = shell.run(command, job);
            assertThat(ended.exit()).as(command).isEqualTo(ExitCodes.REFUSED);
            assertThat(ended.err()).contains("was not submitted from here");
        }
        Ended resume = shell.run("resume", "--wait");
        assertThat(resume.exit()).isZero();
        assertThat(resume.json().toString()).doesNotContain(job);
    }

    @Test
    void theFormKnowsThemWithoutEdgeOnesList() {
        purgedElsewhere("theirs");
        shell.run("sync", "--zone", "example.com");
        shell.faults("DescribePurgeTasks:deny");

        JsonNode plan =
                shell.run(
                                "purge",
                                "--zone",
                                "example.com",
                                "--type",
                                "purge_url",
                                "--dry-run",
                                "--target",
                                Shell.PAGE + "theirs")
                        .json()
                        .get("plan");

        assertThat(plan.get("recent").get("targets").asInt()).isOne();
        assertThat(plan.get("recent").get("running").asInt()).isZero();
    }

    @Test
    void aRefusalIsSaidAndTheTimeIsChecked() {
        shell.faults("DescribePurgeTasks:deny");
        Ended denied = shell.run("sync", "--zone", "example.com");
        assertThat(denied.exit()).isEqualTo(ExitCodes.NO_ACCESS);
        assertThat(denied.err()).contains("before reading stopped: 0");
        shell.faults("");

        assertThat(shell.run("sync", "--zone", "example.com", "--since", "2999-01-01").exit())
                .isEqualTo(ExitCodes.REFUSED);
        assertThat(shell.run("sync", "--zone", "example.com", "--since", "yesterday").exit())
                .isEqualTo(ExitCodes.REFUSED);
        assertThat(shell.run("sync", "--zone", "nowhere").exit()).isEqualTo(ExitCodes.REFUSED);
    }
}

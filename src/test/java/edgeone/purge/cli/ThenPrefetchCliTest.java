package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.Arrays;

/** {@code purge --then-prefetch}. */
final class ThenPrefetchCliTest {
    private static final String PAGE = Shell.PAGE + "a.txt";

    @TempDir private Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theJsonLinksBothJobs() {
        Ended ended = purge("purge_url", PAGE, "--wait");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        String next = ended.json().get("next").asString();
        Ended prefetch = shell.run("follow", next);
        assertThat(prefetch.json().get("type").asString()).isEqualTo("prefetch_url");
        assertThat(prefetch.json().get("parent").asString()).isEqualTo(Shell.job(ended));
        assertThat(Shell.names(prefetch.json())).as("it is no retry").doesNotContain("retryOf");
        assertThat(Shell.strings(ended.json().get("steps"), "step"))
                .containsExactly("purge", "prefetch");
        assertThat(Shell.strings(ended.json().get("steps"), "state"))
                .containsExactly("done", "done");
        assertThat(ended.json().at("/steps/1/job").asString()).isEqualTo(next);
        assertThat(Shell.strings(shell.run("jobs").json().get("jobs"), "job"))
                .containsExactly(next, Shell.job(ended));
    }

    @Test
    void withoutWaitingFollowDoesIt() {
        Ended sent = purge("purge_url", PAGE);
        assertThat(sent.json().get("next")).isNull();
        assertThat(shell.run("follow", Shell.job(sent)).json().get("next").asString()).isNotEmpty();
    }

    @Test
    void aFailedPurgeSaysWhatWasNotDone() {
        shell.faults("CreatePurgeTask:reject=domain not valid");
        Ended ended = purge("purge_url", PAGE, "--wait");
        assertThat(ended.exit()).isEqualTo(4);
        assertThat(ended.err()).contains("Nothing was prefetched: no target was purged.");
    }

    @Test
    void aDryRunSaysWhatComesBeforeAndAfter() {
        Ended ended =
                purge(
                        "purge_url",
                        PAGE,
                        "--dry-run",
                        "--verify",
                        "--check-origin",
                        "192.0.2.1",
                        "--origin-old",
                        "wait");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        JsonNode plan = ended.json().get("plan");
        assertThat(plan.get("steps").valueStream().map(JsonNode::asString))
                .containsExactly("check_origin", "probe", "purge", "prefetch", "verify");
        assertThat(plan.at("/checkOrigin/old").asString()).isEqualTo("wait");
        assertThat(plan.at("/thenPrefetch/urls").asInt()).isEqualTo(1);
        assertThat(plan.at("/thenPrefetch/quotaAfter").asLong())
                .isEqualTo(plan.at("/thenPrefetch/quotaLeft").asLong() - 1);
        assertThat(shell.edgeOne.accepted()).isEmpty();
        assertThat(Shell.names(dryRun("--dry-run"))).doesNotContain("steps", "thenPrefetch");
    }

    private JsonNode dryRun(String option) {
        return shell.run(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--target",
                        PAGE,
                        option)
                .json()
                .get("plan");
    }

    /** The purge itself went well. */
    @Test
    void resumeEndsAsThePrefetchDid() {
        purge("purge_url", PAGE);
        shell.faults("CreatePrefetchTask:reject=origin not reachable");
        Ended resumed = shell.run("resume", "--wait");
        assertThat(resumed.exit()).as(resumed.toString()).isEqualTo(3);
    }

    @Test
    void whatHasNoUrlsIsRefused() {
        Ended ended = purge("purge_host", "www.example.com");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(shell.edgeOne.accepted()).isEmpty();
    }

    private Ended purge(String type, String target, String... more) {
        String[] arguments =
                new String[] {
                    "purge",
                    "--zone",
                    "example.com",
                    "--type",
                    type,
                    "--target",
                    target,
                    "--then-prefetch"
                };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return shell.run(all);
    }
}

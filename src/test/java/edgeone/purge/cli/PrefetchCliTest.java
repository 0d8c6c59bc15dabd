package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code prefetch}. */
final class PrefetchCliTest {
    @TempDir private Path folder;
    private Shell shell;

    @BeforeEach
    void start() {
        shell = new Shell(folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    private Ended prefetch(String... arguments) {
        List<String> all = new ArrayList<>(List.of("prefetch", "--zone", "example.com"));
        all.addAll(List.of(arguments));
        return shell.run(all.toArray(String[]::new));
    }

    @Test
    void aPlanSaysWhatItCosts() {
        Ended ended =
                prefetch(
                        "--target",
                        Shell.PAGE + "a.txt",
                        "--target",
                        Shell.PAGE + "b.txt",
                        "--media-segments",
                        "--dry-run");
        assertThat(ended.exit()).isZero();
        JsonNode plan = ended.json().get("plan");
        assertThat(plan.get("targets").asInt()).isEqualTo(2);
        assertThat(plan.get("quotaLeft").asInt()).isEqualTo(5_000);
        assertThat(plan.get("quotaAfter").asInt()).isEqualTo(4_998);
        assertThat(plan.get("warnings").toString()).contains("segments_cost_quota");
        assertThat(ended.err()).contains("Each media segment uses one URL");
        assertThat(shell.edgeOne.accepted()).isEmpty();
    }

    @Test
    void aPrefetchIsWaitedForAndListed() {
        Ended ended =
                prefetch(
                        "--target",
                        Shell.PAGE + "a.txt",
                        "--target",
                        Shell.PAGE + "none",
                        "--header",
                        "Accept: text/plain",
                        "--mode",
                        "edge",
                        "--note",
                        "launch",
                        "--wait");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(3);
        JsonNode job = ended.json();
        assertThat(job.get("type").asString()).isEqualTo("prefetch_url");
        assertThat(job.has("method")).isFalse();
        assertThat(job.get("state").asString()).isEqualTo("partly_failed");
        assertThat(job.get("failures").get(0).get("code").asString()).isEqualTo("invalid");
        JsonNode prefetch = job.get("prefetch");
        assertThat(prefetch.get("mode").asString()).isEqualTo("edge");
        assertThat(prefetch.get("headers").get(0).asString()).isEqualTo("Accept: text/plain");
        assertThat(prefetch.get("mediaSegments").asBoolean()).isFalse();

        JsonNode jobs = shell.run("jobs", "--type", "prefetch_url").json().get("jobs");
        assertThat(jobs).hasSize(1);
        assertThat(jobs.get(0).get("note").asString()).isEqualTo("launch");
        assertThat(shell.run("jobs", "--type", "purge_url").json().get("jobs")).isEmpty();
        assertThat(shell.run("stats").json().get("days").get(0).get("type").asString())
                .isEqualTo("prefetch_url");
        Path file = folder.resolve("out.csv");
        Ended exported =
                shell.run(
                        "export", Shell.job(ended), "--format", "csv", "--output", file.toString());
        assertThat(exported.exit()).isZero();
        assertThat(file).content().contains("prefetch_url");
        Ended retried = shell.run("retry", Shell.job(ended));
        assertThat(retried.json().get("prefetch")).isEqualTo(prefetch);
    }

    @Test
    void whatPurgesOnlyIsRefused() {
        assertThat(prefetch("--target", Shell.PAGE, "--type", "purge_url").exit()).isEqualTo(2);
        assertThat(prefetch("--target", Shell.PAGE, "--method", "delete").exit()).isEqualTo(2);
        Ended purge =
                shell.run(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "prefetch_url",
                        "--target",
                        Shell.PAGE);
        assertThat(purge.exit()).isEqualTo(2);
        assertThat(shell.edgeOne.accepted()).isEmpty();
    }

    @Test
    void badOptionsAreRefusedBeforeAnythingIsSent() {
        Ended mode = prefetch("--target", Shell.PAGE, "--mode", "middle");
        assertThat(mode.exit()).isEqualTo(2);
        assertThat(mode.err()).contains("\"middle\"");
        Ended secret = prefetch("--target", Shell.PAGE, "--header", "Authorization: Bearer s3cr3t");
        assertThat(secret.exit()).isEqualTo(2);
        assertThat(secret.err()).contains("\"Authorization\"").doesNotContain("s3cr3t");
        assertThat(secret.out()).doesNotContain("s3cr3t");
        Ended odd = prefetch("--target", Shell.PAGE, "--header", "Accept");
        assertThat(odd.exit()).isEqualTo(2);
        assertThat(odd.err()).contains("Header 1");
        assertThat(shell.edgeOne.accepted()).isEmpty();
        assertThat(shell.run("jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void aPlanWithoutPrefetchIsSaidToBeTheReason() {
        Ended ended =
                shell.run(
                        "prefetch",
                        "--zone",
                        "example.net",
                        "--target",
                        "https://www.example.net/");
        assertThat(ended.exit()).isEqualTo(4);
        assertThat(ended.err())
                .contains("The plan of example.net has no prefetch", "LimitExceeded.BatchQuota")
                .doesNotContain("more targets than");
    }

    @Test
    void aLostReplyIsResumed() {
        shell.faults(
                "CreatePrefetchTask:lose-reply@nth=1;DescribePrefetchTasks:error=OperationDenied");
        Ended lost = prefetch("--target", Shell.PAGE + "a.txt");
        assertThat(lost.exit()).isEqualTo(5);
        shell.faults("");
        Ended resumed = shell.run("resume", "--wait");
        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        assertThat(shell.edgeOne.accepted()).hasSize(1);
        assertThat(
                        shell.run("targets", Shell.job(lost))
                                .json()
                                .get("targets")
                                .get(0)
                                .get("state")
                                .asString())
                .isEqualTo("succeeded");
    }

    @Test
    void targetsGoToTheZonesOfTheirHosts() throws Exception {
        Path sitemap = folder.resolve("sitemap.xml");
        Files.writeString(
                sitemap,
                "<urlset><url><loc>https://www.example.com/</loc></url>"
                        + "<url><loc>https://doris.apache.org/</loc></url></urlset>");
        Ended ended =
                shell.run(
                        "prefetch",
                        "--zone",
                        "auto",
                        "--targets-file",
                        sitemap.toString(),
                        "--format",
                        "sitemap",
                        "--mode",
                        "edge");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("jobs")).hasSize(2);
        assertThat(shell.edgeOne.accepted())
                .hasSize(2)
                .allMatch(job -> job.prefetch() != null && job.prefetch().edge());
    }

    @Test
    void theQuotaOfPrefetchesIsShown() {
        JsonNode quota = shell.run("quota", "--zone", "example.com").json().get("quota");
        assertThat(Shell.strings(quota, "type")).contains("purge_url", "prefetch_url");
    }

    @Test
    void aPrefetchIsNotARecipe() {
        Ended ended = prefetch("--target", Shell.PAGE + "a.txt");
        Ended saved = shell.run("recipe", "save", "warm", "--job", Shell.job(ended));
        assertThat(saved.exit()).as(saved.toString()).isEqualTo(2);
        assertThat(saved.err()).contains("not a prefetch");
    }
}

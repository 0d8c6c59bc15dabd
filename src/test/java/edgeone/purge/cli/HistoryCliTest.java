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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The commands that read: zones, quota, jobs, targets, follow; and retry, cancel and export. */
final class HistoryCliTest {
    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void zonesAreListedWithAllTheirKeys() {
        Ended ended = shell.run("zones");

        assertThat(ended.exit()).isZero();
        JsonNode zones = ended.json().get("zones");
        assertThat(Shell.strings(zones, "zoneId"))
                .containsExactlyInAnyOrderElementsOf(
                        shell.edgeOne.zones().stream().map(z -> z.id()).toList());
        assertThat(Shell.names(zones.get(0)))
                .containsExactlyInAnyOrder("zoneId", "zoneName", "alias", "area", "status", "plan");
        assertThat(Shell.strings(zones, "alias")).contains("example-org-global");
    }

    @Test
    void theQuotaOfAZoneIsListedByType() {
        Ended ended = shell.run("quota", "--zone", "example.com");

        assertThat(ended.exit()).isZero();
        JsonNode quota = ended.json().get("quota");
        assertThat(Shell.names(quota.get(0)))
                .containsExactlyInAnyOrder("type", "batch", "daily", "available");
        assertThat(Shell.strings(quota, "type"))
                .contains(
                        "purge_url", "purge_prefix", "purge_host", "purge_all", "purge_cache_tag");
        JsonNode urls = of(quota, "purge_url");
        assertThat(urls.get("batch").asInt()).isEqualTo(1_000);
        assertThat(urls.get("available").asInt()).isEqualTo(10_000);

        shell.purgeUrls("a", "b");

        JsonNode after =
                of(shell.run("quota", "--zone", "example.com").json().get("quota"), "purge_url");
        assertThat(after.get("available").asInt()).isEqualTo(9_998);
    }

    private static JsonNode of(JsonNode quota, String type) {
        return quota.valueStream()
                .filter(q -> q.get("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jobsAreListedNewestFirst() {
        String first = Shell.job(shell.purgeUrls("a"));
        shell.faults("CreatePurgeTask:reject=no");
        String second = Shell.job(shell.purgeUrls("b"));

        Ended ended = shell.run("jobs");

        assertThat(ended.exit()).isZero();
        JsonNode jobs = ended.json().get("jobs");
        assertThat(Shell.strings(jobs, "job")).containsExactly(second, first);
        JsonNode job = jobs.get(0);
        assertThat(Shell.names(job))
                .contains("job", "createdAt", "account", "zone", "type", "state", "targets")
                .doesNotContain("method");
        assertThat(Instant.parse(job.get("createdAt").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(job.get("createdAt").asString()).endsWith("Z");
        assertThat(job.get("targets").get("rejected").asInt()).isEqualTo(1);

        assertThat(Shell.strings(shell.run("jobs", "--state", "failed").json().get("jobs"), "job"))
                .containsExactly(second);
        assertThat(Shell.strings(shell.run("jobs", "--limit", "1").json().get("jobs"), "job"))
                .containsExactly(second);
        assertThat(shell.run("jobs", "--limit", "0").json().get("jobs")).isEmpty();
        assertThat(shell.run("jobs", "--limit", "-1").exit()).isEqualTo(2);
        Ended unknown = shell.run("jobs", "--state", "done");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("Unknown state \"done\"", "running", "partly_failed");
    }

    @Test
    void jobsAreFilteredAndPaged() {
        String first = Shell.job(shell.purgeUrls("img/Logo.png"));
        String second = Shell.job(shell.purgeUrls("a"));
        String third = Shell.job(shell.purgeUrls("img/b.png"));

        assertThat(jobs("--text", "IMG/logo")).containsExactly(first);
        assertThat(jobs("--text", "/img/", "--offset", "1")).containsExactly(first);
        assertThat(jobs("--text", "%")).isEmpty();
        assertThat(jobs("--type", "purge_prefix")).isEmpty();
        assertThat(jobs("--zone", "Example.com", "--type", "purge_url")).hasSize(3);
        assertThat(jobs("--zone", "nowhere.test")).isEmpty();
        assertThat(jobs("--since", "2026-01-01", "--all-accounts"))
                .containsExactly(third, second, first);
        assertThat(jobs("--until", "2026-01-01T00:00:00Z")).isEmpty();
        assertThat(jobs("--origin", "elsewhere")).isEmpty();
        JsonNode page = shell.run("jobs", "--text", "img", "--limit", "1").json();
        assertThat(page.get("jobs")).hasSize(1);
        assertThat(page.get("total").asInt()).isEqualTo(2);
    }

    private List<String> jobs(String... filters) {
        List<String> arguments = new ArrayList<>(List.of("jobs"));
        arguments.addAll(List.of(filters));
        Ended ended = shell.run(arguments.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
        return Shell.strings(ended.json().get("jobs"), "job");
    }

    @Test
    void filtersThatMakeNoSenseAreRefused() {
        for (String[] filter :
                List.of(
                        new String[] {"--since", "yesterday", "2026-01-31"},
                        new String[] {"--until", "2026-13-01", "2026-01-31"},
                        new String[] {"--type", "url", "purge_url"},
                        new String[] {"--origin", "there", "elsewhere"},
                        new String[] {"--offset", "-1", "--offset"})) {
            Ended ended = shell.run("jobs", filter[0], filter[1]);
            assertThat(ended.exit()).as(filter[0]).isEqualTo(2);
            assertThat(ended.err()).contains(filter[2]);
        }
        assertThat(shell.run("jobs", "--account", "a", "--all-accounts").exit()).isEqualTo(2);
    }

    @Test
    void jobsNeedNoEdgeOne() {
        String job = Shell.job(shell.purgeUrls("a"));
        shell.edgeOne.close();
        shell.environment.clear();

        assertThat(Shell.strings(shell.run("jobs").json().get("jobs"), "job")).containsExactly(job);
        assertThat(shell.run("targets", job).json().get("targets")).hasSize(1);
    }

    @Test
    void targetsAreListedWithTheirOutcome() {
        shell.faults("CreatePurgeTask:reject=not yours@every=2");
        Ended purged = shell.purgeUrls("a", "b", "c");
        String job = Shell.job(purged);
        shell.run("follow", job);

        Ended ended = shell.run("targets", job);

        assertThat(ended.exit()).isZero();
        JsonNode targets = ended.json().get("targets");
        assertThat(Shell.strings(targets, "target"))
                .containsExactlyInAnyOrder(Shell.PAGE + "a", Shell.PAGE + "b", Shell.PAGE + "c");
        JsonNode rejected = shell.run("targets", job, "--state", "rejected").json().get("targets");
        assertThat(Shell.strings(rejected, "target")).containsExactly(Shell.PAGE + "b");
        assertThat(rejected.get(0).get("reason").asString()).contains("not yours");
        assertThat(rejected.get(0).get("requestId").asString()).isNotBlank();
        JsonNode succeeded = shell.run("targets", "--state=succeeded", job).json().get("targets");
        assertThat(succeeded).hasSize(2);
        assertThat(Shell.names(succeeded.get(0)))
                .contains("target", "state", "taskId", "requestId")
                .doesNotContain("reason");
        Ended unknown = shell.run("targets", job, "--state", "fine");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("Unknown state \"fine\"", "pending", "timed_out");
    }

    @Test
    void anUnknownJobIsRefusedByEveryCommandThatTakesOne() {
        Path file = home.resolve("out.csv");
        for (List<String> arguments :
                List.of(
                        List.of("targets", "none"),
                        List.of("follow", "none"),
                        List.of("retry", "none"),
                        List.of("cancel", "none"),
                        List.of(
                                "export",
                                "none",
                                "--format",
                                "csv",
                                "--output",
                                file.toString()))) {
            Ended ended = shell.run(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(arguments.toString()).isEqualTo(2);
            assertThat(ended.err()).as(arguments.toString()).contains("jobs");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void followWaitsUntilEveryTargetIsFinal() {
        String job = Shell.job(shell.purgeUrls("a", "b"));

        Ended ended = shell.run("follow", job);

        assertThat(ended.exit()).isZero();
        assertThat(Shell.job(ended)).isEqualTo(job);
        assertThat(ended.json().get("state").asString()).isEqualTo("succeeded");
        assertThat(ended.json().get("targets").get("succeeded").asInt()).isEqualTo(2);
        assertThat(shell.run("follow", job).exit()).as("once more").isZero();
    }

    @Test
    void aJobOfAnotherKeyOrEndpointIsNotFollowed() {
        String job = Shell.job(shell.purgeUrls("a"));
        try (Shell other = new Shell(home)) {
            Ended ended = other.run("follow", job);
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.err()).contains("another account");
            assertThat(other.edgeOne.calls()).isEmpty();
        }
    }

    @Test
    void retrySubmitsWhatMaySucceedNowAndNothingElse() {
        shell.faults("row=timeout@nth=1");
        Ended failed =
                shell.run(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--wait",
                        "--target",
                        Shell.PAGE + "a",
                        "--target",
                        Shell.PAGE + "b");
        assertThat(failed.exit()).isEqualTo(3);
        String job = Shell.job(failed);

        Ended retried = shell.run("retry", job, "--wait");

        assertThat(retried.exit()).as(retried.toString()).isZero();
        assertThat(Shell.job(retried)).isNotEqualTo(job);
        assertThat(retried.json().get("targets").get("total").asInt()).isEqualTo(1);
        assertThat(shell.edgeOne.accepted().getLast().targets())
                .containsExactly(failed.json().get("failures").get(0).get("target").asString());
        Ended nothing = shell.run("retry", Shell.job(retried));
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("No target");
    }

    @Test
    void retryDoesNotRepeatPermanentRefusals() {
        shell.faults("CreatePurgeTask:reject=domain not belong to zone");
        Ended failed = shell.purgeUrls("a");
        assertThat(failed.exit()).isEqualTo(4);
        shell.faults("extra");

        assertThat(shell.run("retry", Shell.job(failed)).exit()).isEqualTo(2);
    }

    @Test
    void resumeWithoutOpenJobsDoesNothing() {
        Ended ended = shell.run("resume");

        assertThat(ended.exit()).isZero();
        assertThat(ended.json().get("resumed")).isEmpty();
        assertThat(ended.json().get("resolved")).isEmpty();
        assertThat(ended.json().get("left")).isEmpty();
    }

    @Test
    void resumeWaitsOnlyWhenAsked() {
        try (Shell slow = Shell.neverDone(home)) {
            slow.purgeUrls("a");
            assertThat(slow.run("resume").exit()).isZero();
            assertThat(slow.run("resume", "--wait", "--timeout", "0").exit()).isEqualTo(8);
        }
    }

    @Test
    void exportWritesAFileOfEachFormat() throws Exception {
        String first = Shell.job(shell.purgeUrls("a", "b"));
        String second = Shell.job(shell.purgeUrls("c"));
        for (String format : List.of("csv", "json", "html")) {
            Path file = home.resolve("out." + format);

            Ended ended =
                    shell.run(
                            "export",
                            first,
                            second,
                            "--format",
                            format,
                            "--output",
                            file.toString());

            assertThat(ended.exit()).isZero();
            assertThat(Shell.names(ended.json())).containsExactlyInAnyOrder("file", "rows");
            assertThat(ended.json().get("file").asString()).isEqualTo(file.toString());
            assertThat(ended.json().get("rows").asInt()).isEqualTo(3);
            assertThat(Files.readString(file)).contains(Shell.PAGE + "a", Shell.PAGE + "c", first);
        }
    }

    @Test
    void evidenceWritesOnePageInTheLanguageChosen() throws Exception {
        String job = Shell.job(shell.purgeUrls("a", "b"));
        shell.run("follow", job);
        Path file = Files.writeString(home.resolve("evidence.html"), "old");

        Ended ended = shell.run("evidence", job, "--output", file.toString());

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(Shell.names(ended.json())).containsExactly("file");
        assertThat(ended.json().get("file").asString()).isEqualTo(file.toString());
        String taskId = shell.run("targets", job).json().at("/targets/0/taskId").asString();
        assertThat(Files.readString(file))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains(job, Shell.PAGE + "a", Shell.PAGE + "b", taskId)
                .contains("<bdi>CreatePurgeTask</bdi>", "<bdi>DescribePurgeTasks</bdi>")
                .contains("Account", "environment");
        Ended plain =
                shell.plain(
                        "evidence",
                        job,
                        "--output",
                        file.toString(),
                        "--home",
                        home.toString(),
                        "--lang",
                        "zh");
        assertThat(plain.out()).isEqualTo("已将 2 个目标的证明写入 " + file + "\n");
        assertThat(Files.readString(file)).contains("<html lang=\"zh-CN\">", "如何核对本页");
    }

    @Test
    void evidenceThatCannotBeWrittenSaysSo() throws Exception {
        String job = Shell.job(shell.purgeUrls("a"));
        Path file = Files.writeString(home.resolve("evidence.html"), "old");

        Ended none = shell.run("evidence", "none", "--output", file.toString());
        Ended folder = shell.run("evidence", job, "--output", home.toString());
        Ended deep = shell.run("evidence", job, "--output", home.resolve("no/x.html").toString());

        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("edgeone-purge jobs");
        assertThat(folder.exit()).isEqualTo(2);
        assertThat(folder.err()).contains("is a folder");
        assertThat(deep.exit()).isEqualTo(2);
        assertThat(deep.err()).contains("no such folder");
        assertThat(file).hasContent("old");
    }

    @Test
    void exportTakesTheFiltersOfJobs() throws Exception {
        String first = Shell.job(shell.purgeUrls("img/a", "img/b"));
        shell.purgeUrls("c");
        Path file = home.resolve("out.json");
        String[] to = {"--format", "json", "--output", file.toString()};

        assertThat(export(to, "--text", "IMG/").get("rows").asInt()).isEqualTo(2);
        assertThat(Files.readString(file)).contains(first, Shell.PAGE + "img/b");
        assertThat(Files.readString(file)).doesNotContain(Shell.PAGE + "c");
        assertThat(export(to, "--all-accounts").get("rows").asInt()).isEqualTo(3);
        assertThat(export(to, "--state", "failed").get("rows").asInt()).isZero();
        assertThat(file).hasContent("{\"jobs\":[]}");
        Files.writeString(file, "kept");
        for (List<String> wrong :
                List.of(
                        List.of(first, "--text", "img"),
                        List.of("--since", "yesterday"),
                        List.<String>of())) {
            Ended ended = run(to, wrong.toArray(String[]::new));
            assertThat(ended.exit()).as(wrong.toString()).isEqualTo(2);
        }
        assertThat(run(to).err()).contains("--all-accounts");
        assertThat(run(to, first, "--text", "img").err()).contains("not both");
        assertThat(file).hasContent("kept");
    }

    private JsonNode export(String[] to, String... which) {
        Ended ended = run(to, which);
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended.json();
    }

    private Ended run(String[] to, String... which) {
        List<String> all = new ArrayList<>(List.of("export"));
        all.addAll(List.of(which));
        all.addAll(List.of(to));
        return shell.run(all.toArray(String[]::new));
    }

    @Test
    void exportThatCannotWriteIsRefusedAndLosesNothing() throws Exception {
        String job = Shell.job(shell.purgeUrls("a"));
        Path nowhere = home.resolve("no/such/folder/out.csv");
        Path kept = Files.writeString(home.resolve("kept.csv"), "kept");

        Ended ended = shell.run("export", job, "--format", "csv", "--output", nowhere.toString());
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains(nowhere.toString());

        Ended wrong = shell.run("export", job, "--format", "xls", "--output", kept.toString());
        assertThat(wrong.exit()).isEqualTo(2);
        Ended unknown =
                shell.run("export", job, "none", "--format", "csv", "--output", kept.toString());
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(shell.run("export", "--format", "csv", "--output", "x").exit()).isEqualTo(2);
        assertThat(shell.run("export", job, "--format", "csv").exit()).isEqualTo(2);
        assertThat(kept).hasContent("kept");
    }
}

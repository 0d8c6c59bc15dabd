package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.api.state.AcceptedJob;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code purge}: what is sent, what is refused, and what scripts get. */
final class PurgeCliTest {
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

    private Ended purge(String type, String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(more, 0, arguments, 5, more.length);
        arguments[0] = "purge";
        arguments[1] = "--zone";
        arguments[2] = "example.com";
        arguments[3] = "--type";
        arguments[4] = type;
        return shell.run(arguments);
    }

    private void assertRefused(Ended ended, String... said) {
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(said);
        assertThat(shell.calls("CreatePurgeTask")).isZero();
        assertThat(shell.edgeOne.accepted()).isEmpty();
    }

    private AcceptedJob accepted() {
        assertThat(shell.edgeOne.accepted()).hasSize(1);
        return shell.edgeOne.accepted().getFirst();
    }

    @Test
    void tellsAScriptEverything() {
        Ended ended =
                purge(
                        "purge_url",
                        "--target",
                        Shell.PAGE + "a",
                        "--target",
                        Shell.PAGE + "b",
                        "--wait");

        assertThat(ended.exit()).isZero();
        JsonNode json = ended.json();
        assertThat(Shell.names(json))
                .contains(
                        "job",
                        "state",
                        "account",
                        "endpoint",
                        "zone",
                        "type",
                        "batches",
                        "targets",
                        "failures")
                .doesNotContain("method");
        assertThat(json.get("state").asString()).isEqualTo("succeeded");
        assertThat(json.get("account").asString()).isEqualTo("environment");
        assertThat(json.get("endpoint").asString()).isEqualTo(shell.endpoint);
        assertThat(json.get("zone").asString()).startsWith("zone-");
        assertThat(json.get("type").asString()).isEqualTo("purge_url");
        assertThat(json.get("failures")).isEmpty();
        JsonNode batch = json.get("batches").get(0);
        assertThat(batch.get("n").asInt()).isEqualTo(1);
        assertThat(batch.get("state").asString()).isEqualTo("accepted");
        assertThat(batch.get("taskId").isString()).isTrue();
        assertThat(batch.get("taskId").asString()).isEqualTo(accepted().jobId());
        assertThat(batch.get("requestId").asString()).isNotBlank();
        assertThat(batch.get("attempts").asInt()).isEqualTo(1);
        assertThat(batch.get("targets").asInt()).isEqualTo(2);
        assertThat(batch.has("error")).isFalse();
        JsonNode counts = json.get("targets");
        assertThat(Shell.names(counts))
                .containsExactlyInAnyOrder(
                        "total",
                        "pending",
                        "accepted",
                        "succeeded",
                        "failed",
                        "rejected",
                        "canceled",
                        "unknown");
        assertThat(counts.get("total").asInt()).isEqualTo(2);
        assertThat(counts.get("succeeded").asInt()).isEqualTo(2);
    }

    @Test
    void withoutWaitingAnAcceptedJobIsRunning() {
        Ended ended = purge("purge_url", "--target", Shell.PAGE);

        assertThat(ended.exit()).isZero();
        assertThat(ended.json().get("state").asString()).isEqualTo("running");
        assertThat(ended.json().get("targets").get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void purgesDirectoriesByTheRequestedMethod() {
        Ended ended =
                purge(
                        "purge_prefix",
                        "--target",
                        Shell.PAGE + "a/",
                        "--method",
                        "delete",
                        "--wait");

        assertThat(ended.exit()).isZero();
        assertThat(ended.json().get("method").asString()).isEqualTo("delete");
        assertThat(accepted().type()).isEqualTo("purge_prefix");
        assertThat(accepted().method()).isEqualTo("delete");
    }

    @Test
    void purgesHostsAfterConfirmation() {
        assertRefused(purge("purge_host", "--target", "www.example.com"), "--yes");

        Ended ended = purge("purge_host", "--target", "www.example.com", "--yes", "--wait");

        assertThat(ended.exit()).isZero();
        assertThat(ended.json().get("method").asString()).isEqualTo("invalidate");
        assertThat(accepted().type()).isEqualTo("purge_host");
    }

    @Test
    void purgesTheWholeZoneAfterConfirmation() {
        assertRefused(purge("purge_all"), "--yes");

        Ended ended = purge("purge_all", "--yes", "--wait");

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("targets").get("succeeded").asInt()).isEqualTo(1);
        assertThat(accepted().type()).isEqualTo("purge_all");
    }

    @Test
    void purgesCacheTagsWithinDomains() {
        Ended ended =
                purge(
                        "purge_cache_tag",
                        "--target",
                        "Sale",
                        "--tag-domain",
                        "www.example.com",
                        "--wait");

        assertThat(ended.exit()).isZero();
        assertThat(ended.json().has("method")).isFalse();
        assertThat(accepted().type()).isEqualTo("purge_cache_tag");
    }

    @Test
    void aDryRunSendsNothingAndStoresNothing() {
        Ended ended =
                shell.withInput(
                        Shell.PAGE + "a\n\n" + Shell.PAGE + "a\n" + Shell.PAGE + "b\n",
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--targets-file",
                        "-",
                        "--dry-run");

        assertThat(ended.exit()).isZero();
        JsonNode plan = ended.json().get("plan");
        assertThat(Shell.names(plan))
                .contains("targets", "duplicates", "batches", "seconds", "quotaLeft", "problems");
        assertThat(plan.get("targets").asInt()).isEqualTo(2);
        assertThat(plan.get("duplicates").asInt()).isEqualTo(1);
        assertThat(plan.get("batches").asInt()).isEqualTo(1);
        assertThat(plan.get("quotaLeft").asInt()).isEqualTo(10_000);
        assertThat(plan.get("problems")).isEmpty();
        assertThat(shell.calls("CreatePurgeTask")).isZero();
        assertThat(shell.run("jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void aDryRunOfAWideTypeNeedsNoConfirmation() {
        Ended ended = purge("purge_all", "--dry-run");

        assertThat(ended.exit()).isZero();
        assertThat(ended.json().get("plan").get("targets").asInt()).isEqualTo(1);
        assertThat(shell.calls("CreatePurgeTask")).isZero();
    }

    @Test
    void aMethodIsRefusedIfEdgeOneDecidesIt() {
        assertRefused(
                purge("purge_url", "--target", Shell.PAGE, "--method", "delete"),
                "EdgeOne decides the method");
        assertRefused(
                purge("purge_cache_tag", "--target", "a", "--method", "invalidate"),
                "EdgeOne decides the method");
        assertRefused(
                purge("purge_prefix", "--target", Shell.PAGE, "--method", "x"),
                "Unknown method \"x\"",
                "invalidate, delete");
    }

    @Test
    void zonesAreFoundByIdNameAndAliasAndNeverGuessed() {
        String id = shell.edgeOne.zones().getFirst().id();
        assertThat(dryRun(id).exit()).isZero();
        assertThat(dryRun("EXAMPLE.com").exit()).isZero();
        assertThat(dryRun("example-org-mainland").exit()).isZero();

        assertRefused(
                dryRun("example.org"),
                "Several zones match \"example.org\"",
                "example-org-global",
                "example-org-mainland");
        assertRefused(dryRun("*"), "Give exactly one zone");
        assertRefused(dryRun(""), "Give exactly one zone");
        assertRefused(dryRun("example"), "This account has no zone");
        assertRefused(dryRun("zone-none"), "This account has no zone");
    }

    private Ended dryRun(String zone) {
        return shell.run(
                "purge", "--zone", zone, "--type", "purge_cache_tag", "--target", "a", "--dry-run");
    }

    @Test
    void oneBadLineRefusesTheListAndEveryProblemIsNamed() throws IOException {
        Path list =
                Files.writeString(
                        home.resolve("list.txt"),
                        Shell.PAGE
                                + "good\nwww.example.com/none\nhttps://*.example.com/\n"
                                + "https://elsewhere.test/\nftp://www.example.com/\n"
                                + "https://me:secret@www.example.com/\n");

        Ended ended = purge("purge_url", "--targets-file", list.toString());

        assertRefused(ended, "line 2:", "line 3:", "line 4:", "line 5:", "line 6:");
        assertThat(ended.err()).doesNotContain("line 1:");
        JsonNode problems = ended.json().get("plan").get("problems");
        assertThat(problems).hasSize(5);
        assertThat(Shell.names(problems.get(0))).contains("line", "target", "problem");
        assertThat(problems.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(shell.run("jobs").json().get("jobs")).isEmpty();

        Ended skipped =
                purge("purge_url", "--targets-file", list.toString(), "--skip-problems", "--wait");
        assertThat(skipped.exit()).isZero();
        assertThat(skipped.err()).contains("line 2:", "line 6:");
        assertThat(accepted().targets()).containsExactly(Shell.PAGE + "good");
    }

    @Test
    void reportsWhatItRewrote() {
        Ended ended = purge("purge_url", "--target", "HTTPS://WWW.Example.com/ä b");

        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).contains("line 1:", Shell.PAGE + "%C3%A4%20b");
        assertThat(accepted().targets()).containsExactly(Shell.PAGE + "%C3%A4%20b");
    }

    @Test
    void aWholeZoneTakesNoTargets() throws IOException {
        Path empty = Files.createFile(home.resolve("empty.txt"));
        assertRefused(purge("purge_all", "--yes", "--target", Shell.PAGE), "takes no targets");
        assertRefused(
                purge("purge_all", "--yes", "--targets-file", empty.toString()),
                "takes no targets");
    }

    @Test
    void nothingToPurgeIsRefused() throws IOException {
        Path blank = Files.writeString(home.resolve("blank.txt"), "\n  \n\t\n");
        assertRefused(purge("purge_url"), "empty");
        assertRefused(purge("purge_url", "--targets-file", blank.toString()), "empty");
        assertRefused(purge("purge_url", "--target", ""), "empty");
        assertRefused(purge("purge_url", "--target", "nonsense", "--skip-problems"), "empty");
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertRefused(purge("purge_everything", "--target", Shell.PAGE), "purge_everything");
        assertRefused(purge("prefetch_url", "--target", Shell.PAGE), "prefetch_url");
        assertRefused(
                purge("", "--target", Shell.PAGE), "Unknown purge type \"\"", "purge_cache_tag");
    }

    @Test
    void domainsGoWithCacheTagsOnly() {
        assertRefused(
                purge("purge_url", "--target", Shell.PAGE, "--tag-domain", "www.example.com"),
                "cache-tag");
        assertRefused(
                purge("purge_cache_tag", "--target", "a", "--tag-domain", "no domain"),
                "no domain");
    }

    @Test
    void aByteOrderMarkIsDroppedAndEveryLineEndingIsTaken() throws IOException {
        Path list = home.resolve("list.txt");
        Files.writeString(
                list, "\uFEFF" + Shell.PAGE + "a\r\n" + Shell.PAGE + "b\r" + Shell.PAGE + "c");

        Ended ended = purge("purge_url", "--targets-file", list.toString());

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(accepted().targets())
                .containsExactly(Shell.PAGE + "a", Shell.PAGE + "b", Shell.PAGE + "c");
    }

    @Test
    void thereIsNoCommentSyntax() {
        Ended ended =
                shell.withInput(
                        "# my list\n" + Shell.PAGE,
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--targets-file",
                        "-");

        assertRefused(ended, "line 1:");
    }

    @Test
    void aListThatIsNotUtf8IsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((Shell.PAGE + "caf").getBytes(StandardCharsets.US_ASCII));
        bytes.write(0xE9);
        Path list = Files.write(home.resolve("latin1.txt"), bytes.toByteArray());

        assertRefused(purge("purge_url", "--targets-file", list.toString()), "neither UTF-8");
        assertRefused(
                purge("purge_url", "--targets-file", home.resolve("none.txt").toString()),
                "none.txt");
        assertRefused(purge("purge_url", "--targets-file", home.toString()), home.toString());
    }

    @Test
    void aListInUtf16OrWithAByteOrderMarkIsRead() throws IOException {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            byte[] bytes = ("\uFEFF" + Shell.PAGE + "夏\r\n").getBytes(charset);
            Path list = Files.write(home.resolve("list.txt"), bytes);
            Ended ended = purge("purge_url", "--targets-file", list.toString());
            assertThat(ended.exit()).as(charset + ": " + ended).isZero();
            assertThat(shell.edgeOne.accepted().getLast().targets())
                    .as(charset.name())
                    .containsExactly(Shell.PAGE + "%E5%A4%8F");
            assertThat(ended.err()).as(charset.name()).doesNotContain("encoding");
        }
    }

    @Test
    void gb18030IsSuggestedIfItIsLikely() throws IOException {
        byte[] bytes = (Shell.PAGE + "夏天").getBytes(Charset.forName("GB18030"));
        Path list = Files.write(home.resolve("gb.txt"), bytes);

        assertRefused(
                purge("purge_url", "--targets-file", list.toString()), "not UTF-8", "GB18030");
    }

    /** Every byte pair of these names is a letter in UTF-8 too, so nothing can be refused. */
    @Test
    void aWrongEncodingIsReportedNextToTheRewrite() throws IOException {
        byte[] bytes =
                (Shell.PAGE + "图片/水.html\n" + Shell.PAGE + "站.png")
                        .getBytes(Charset.forName("GB18030"));
        Path list = Files.write(home.resolve("gb.txt"), bytes);

        Ended ended = purge("purge_url", "--targets-file", list.toString(), "--dry-run");

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("GB18030");
        assertThat(ended.json().at("/plan/warnings").valueStream().map(JsonNode::asString))
                .contains("odd_characters");
    }

    @Test
    void tenMegabytesOfBinaryAreRefused() throws IOException {
        byte[] binary = new byte[10_000_000];
        new java.util.Random(1).nextBytes(binary);
        Path list = Files.write(home.resolve("binary"), binary);
        assertRefused(purge("purge_url", "--targets-file", list.toString()), "neither UTF-8");

        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (binary[i] & 0x7F);
        }
        Files.write(list, binary);
        assertRefused(purge("purge_url", "--targets-file", list.toString()), "line 1:");
    }

    @Test
    void targetsComeFromFileAndArgumentsTogether() throws IOException {
        Path list = Files.writeString(home.resolve("list.txt"), Shell.PAGE + "a");

        Ended ended =
                purge(
                        "purge_url",
                        "--targets-file",
                        list.toString(),
                        "--target",
                        Shell.PAGE + "b",
                        "--target=" + Shell.PAGE + "c");

        assertThat(ended.exit()).isZero();
        assertThat(accepted().targets())
                .containsExactly(Shell.PAGE + "a", Shell.PAGE + "b", Shell.PAGE + "c");
    }

    @Test
    void rejectedTargetsAreNamedWithTheirReason() {
        shell.faults("CreatePurgeTask:reject=not yours@every=2");

        Ended ended =
                purge(
                        "purge_url",
                        "--target",
                        Shell.PAGE + "a",
                        "--target",
                        Shell.PAGE + "b",
                        "--wait");

        assertThat(ended.exit()).isEqualTo(3);
        JsonNode json = ended.json();
        assertThat(json.get("state").asString()).isEqualTo("partly_failed");
        assertThat(json.get("targets").get("rejected").asInt()).isEqualTo(1);
        assertThat(json.get("targets").get("succeeded").asInt()).isEqualTo(1);
        JsonNode failure = json.get("failures").get(0);
        assertThat(json.get("failures")).hasSize(1);
        assertThat(failure.get("target").asString()).isEqualTo(Shell.PAGE + "b");
        assertThat(failure.get("state").asString()).isEqualTo("rejected");
        assertThat(failure.get("reason").asString()).contains("not yours");
    }

    @Test
    void allTargetsRejectedEndsWithFour() {
        shell.faults("CreatePurgeTask:reject=not yours");

        Ended ended =
                purge("purge_url", "--target", Shell.PAGE + "a", "--target", Shell.PAGE + "b");

        assertThat(ended.exit()).isEqualTo(4);
        assertThat(ended.json().get("state").asString()).isEqualTo("failed");
        assertThat(ended.json().get("failures")).hasSize(2);
    }

    @Test
    void failedAndTimedOutTasksAreFailures() {
        shell.faults("row=timeout@nth=1;row=failed:x@nth=2");

        Ended ended =
                purge(
                        "purge_url",
                        "--target",
                        Shell.PAGE + "a",
                        "--target",
                        Shell.PAGE + "b",
                        "--target",
                        Shell.PAGE + "c",
                        "--wait");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(3);
        JsonNode json = ended.json();
        assertThat(json.get("targets").get("failed").asInt()).isEqualTo(2);
        assertThat(Shell.strings(json.get("failures"), "state"))
                .containsExactlyInAnyOrder("failed", "timed_out");
    }

    @Test
    void aPermanentlyRefusedBatchCarriesItsError() {
        shell.faults("CreatePurgeTask:error=InvalidParameter.DomainNotFound");

        Ended ended = purge("purge_url", "--target", Shell.PAGE);

        assertThat(ended.exit()).isEqualTo(4);
        JsonNode batch = ended.json().get("batches").get(0);
        assertThat(batch.get("state").asString()).isEqualTo("rejected");
        assertThat(batch.get("error").get("code").asString())
                .isEqualTo("InvalidParameter.DomainNotFound");
        assertThat(batch.get("error").get("message").asString()).isNotBlank();
        assertThat(ended.err())
                .contains("InvalidParameter.DomainNotFound", batch.get("requestId").asString());
    }

    @Test
    void moreThanTodaysQuotaIsRefused() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i <= 10_000; i++) {
            list.append(Shell.PAGE).append(i).append('\n');
        }

        Ended ended =
                shell.withInput(
                        list.toString(),
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--targets-file",
                        "-");

        assertRefused(ended, "quota", "10,000", "10,001");
    }

    @Test
    void listsAreCutByTheZonesOwnQuota() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            list.append(Shell.PAGE).append(i).append('\n');
        }

        Ended ended =
                shell.withInput(
                        list.toString(),
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--targets-file",
                        "-",
                        "--wait");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.json().get("batches")).hasSize(3);
        assertThat(shell.edgeOne.accepted().stream().mapToInt(j -> j.targets().size()).sum())
                .isEqualTo(2_500);
    }

    @Test
    void aTypeNotInThePlanIsReported() {
        Ended ended =
                shell.run(
                        "purge",
                        "--zone",
                        "example.net",
                        "--type",
                        "purge_cache_tag",
                        "--target",
                        "a");

        assertThat(ended.exit()).as(ended.toString()).isIn(2, 4);
        assertThat(ended.err()).contains("quota");
        assertThat(shell.edgeOne.accepted()).isEmpty();
    }

    @Test
    void missingOptionsAreReportedBeforeAnythingIsOpened() {
        for (List<String> arguments :
                List.of(
                        List.of("purge", "--type", "purge_url"),
                        List.of("purge", "--zone", "example.com"),
                        List.of("purge", "--zone", "a", "--type", "purge_url", "--timeout", "-1"),
                        List.of("purge", "--zone", "a", "--type", "purge_url", "--timeout", "x"),
                        List.of("purge", "--zone", "a", "--type", "purge_url", "--no-such"),
                        List.of("purge", "--zone", "a", "--type", "purge_url", "stray"))) {
            Ended ended = shell.run(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(arguments.toString()).isEqualTo(2);
            assertThat(ended.err()).isNotBlank();
        }
        assertThat(home).isEmptyDirectory();
        assertThat(shell.edgeOne.calls()).isEmpty();
    }
}

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
import java.util.ArrayList;
import java.util.List;

/** The command {@code call}, and {@code code} of a call it made. */
final class CallCliTest {
    @TempDir private Path home;
    private Shell shell;
    private String zone;

    @BeforeEach
    void open() {
        shell = new Shell(home);
        zone = shell.edgeOne.zones().getFirst().id();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private Ended call(String action, String params, String... more) {
        List<String> all = new ArrayList<>(List.of("call", "--action", action));
        all.addAll(List.of("--params", params));
        all.addAll(List.of(more));
        return shell.run(all.toArray(String[]::new));
    }

    private Ended purge(String type, String targets, String... more) {
        return call(
                "CreatePurgeTask",
                "{\"ZoneId\":\"" + zone + "\",\"Type\":\"" + type + "\"" + targets + "}",
                more);
    }

    private static String urls(String... paths) {
        return ",\"Targets\":[\"" + Shell.PAGE + String.join("\",\"" + Shell.PAGE, paths) + "\"]";
    }

    @Test
    void aReadIsOneRequestThatIsRecorded() {
        Ended ended = call("DescribeZones", "{\"Limit\": 1}");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.json().get("Zones").size()).isEqualTo(1);
        assertThat(ended.json().get("TotalCount").asInt()).isGreaterThan(1);
        assertThat(shell.edgeOne.calls()).hasSize(1);
        JsonNode recorded = shell.run("calls").json().get("calls").get(0);
        assertThat(recorded.get("requestId")).isEqualTo(ended.json().get("RequestId"));
        JsonNode shown = shell.run("call-show", recorded.get("call").asString()).json();
        assertThat(shown.get("request")).hasToString("{\"Limit\":1}");
    }

    @Test
    void aPurgeBecomesAJob() {
        Ended ended = purge("purge_url", urls("a", "b"), "--wait", "--note", "by hand");

        assertThat(ended.exit()).as(ended.err()).isZero();
        JsonNode said = ended.json();
        assertThat(said.get("JobId").asString())
                .isEqualTo(shell.edgeOne.accepted().getFirst().jobId());
        assertThat(said.get("FailedList").size()).isZero();
        JsonNode job = shell.run("jobs").json().get("jobs").get(0);
        assertThat(job.get("job")).isEqualTo(said.get("job"));
        assertThat(job.get("state").asString()).isEqualTo("succeeded");
        assertThat(job.get("note").asString()).isEqualTo("by hand");
        assertThat(shell.run("audit", "verify").exit()).isZero();
    }

    @Test
    void guardsHoldForAPurgeByHand() {
        assertThat(purge("purge_all", "").exit()).isEqualTo(2);
        assertThat(purge("purge_url", ",\"Targets\":[\"https://other.test/a\"]").exit())
                .isEqualTo(2);
        assertThat(purge("purge_url", urls("a") + ",\"Method\":\"delete\"").exit()).isEqualTo(2);
        assertThat(purge("purge_url", urls("a") + ",\"EncodeUrl\":true").exit()).isEqualTo(2);
        assertThat(purge("purge_url", urls("a"), "--dry-run").json().has("plan")).isTrue();
        assertThat(shell.calls("CreatePurgeTask")).isZero();

        assertThat(purge("purge_all", "", "--yes").exit()).isZero();
        assertThat(shell.calls("CreatePurgeTask")).isEqualTo(1);
    }

    @Test
    void theZoneIsNamedByItsId() {
        String id = zone;
        zone = "example.com";
        Ended named = purge("purge_url", urls("a"));
        zone = "*";
        Ended any = purge("purge_url", urls("a"));

        assertThat(named.exit()).isEqualTo(2);
        assertThat(named.err()).contains(id);
        assertThat(any.exit()).isEqualTo(2);
        assertThat(shell.calls("CreatePurgeTask")).isZero();
    }

    @Test
    void whatEdgeOneRefusesIsTold() {
        shell.faults("CreatePurgeTask:error=LimitExceeded.DailyQuota@nth=1");
        Ended purge = purge("purge_url", urls("a"));
        Ended read = call("DescribeContentQuota", "{\"ZoneId\":\"zone-none\"}");

        assertThat(purge.exit()).as(purge.toString()).isEqualTo(4);
        assertThat(purge.json().get("Error").get("Code").asString())
                .isEqualTo("LimitExceeded.DailyQuota");
        assertThat(read.exit()).isEqualTo(2);
        assertThat(read.json().get("error").get("code").asString()).startsWith("Invalid");
    }

    @Test
    void aReadOnlyAccountReadsAndWritesNothing() {
        shell.withInput(
                shell.edgeOne.secretKey() + "\nopen sesame\n",
                "account",
                "add",
                "shop",
                "--site",
                shell.endpoint,
                "--secret-id",
                shell.edgeOne.secretId(),
                "--store",
                "file");
        shell.environment.clear();
        Ended edited = shell.run("account", "edit", "shop", "--safety", "read_only");
        assertThat(edited.exit()).as(edited.toString()).isZero();
        String body = "{\"ZoneId\":\"" + zone + "\",\"Type\":\"purge_all\"}";

        Ended read =
                shell.withInput(
                        "open sesame\n", "call", "--action", "DescribeZones", "--account", "shop");
        Ended written =
                shell.withInput(
                        "open sesame\n",
                        "call",
                        "--action",
                        "CreatePurgeTask",
                        "--params",
                        body,
                        "--account",
                        "shop",
                        "--yes");

        assertThat(read.exit()).as(read.toString()).isZero();
        assertThat(written.exit()).as(written.toString()).isEqualTo(2);
        assertThat(written.err()).contains("read-only");
        assertThat(shell.calls("CreatePurgeTask")).isZero();
    }

    @Test
    void theMockLeavesEverythingElseAlone() {
        String other = EmulatorOptions.defaults().zones().getFirst().zoneId();
        zone = other;
        Ended ended = purge("purge_url", urls("a"), "--mock");
        Ended read = call("DescribeZones", "{}", "--mock");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.json().get("JobId").asString()).isNotEmpty();
        assertThat(ended.json().has("job")).isFalse();
        assertThat(read.json().get("Zones").size()).isPositive();
        assertThat(shell.edgeOne.calls()).isEmpty();
        assertThat(shell.run("calls").json().get("calls").size()).isZero();
        assertThat(shell.run("jobs").json().get("jobs").size()).isZero();
    }

    @Test
    void whatIsNotKnownIsSentOnlyUnchecked() {
        assertThat(call("DescribeZones", "{\"Colour\":1}").exit()).isEqualTo(2);
        assertThat(call("DescribeTopL7Data", "{}").exit()).isEqualTo(2);
        assertThat(call("DeleteZone", "{}", "--unchecked").exit()).isEqualTo(2);
        assertThat(call("DescribeZones", "{\"Colour\"", "--unchecked").exit()).isEqualTo(2);
        assertThat(call("DescribeZones", "{}", "--dry-run").exit()).isEqualTo(2);
        assertThat(shell.edgeOne.calls()).isEmpty();

        Ended sent = call("DescribeTopL7Data", "{}", "--unchecked");
        assertThat(sent.json().get("error").get("code").asString()).startsWith("InvalidAction");
        assertThat(shell.edgeOne.calls()).hasSize(1);
    }

    @Test
    void aRecordedCallBecomesCode() {
        purge("purge_url", urls("a"));
        String call =
                shell.run("calls", "--no-reads").json().get("calls").get(0).get("call").asString();

        Ended code = shell.run("code", call, "--lang", "curl");
        String same =
                shell.run(
                                "code",
                                "--lang",
                                "curl",
                                "--action",
                                "CreatePurgeTask",
                                "--params",
                                "{\"ZoneId\":\""
                                        + zone
                                        + "\",\"Type\":\"purge_url\""
                                        + urls("a")
                                        + "}")
                        .json()
                        .get("code")
                        .asString();

        assertThat(code.exit()).as(code.err()).isZero();
        assertThat(code.json().get("code").asString()).isEqualTo(same).contains(Shell.PAGE + "a");
        assertThat(shell.run("code", "c99", "--lang", "curl").exit()).isEqualTo(2);
        assertThat(shell.run("code", call, "--lang", "curl", "--action", "X").exit()).isEqualTo(2);
        assertThat(shell.run("code", "--lang", "curl").exit()).isEqualTo(2);
    }
}

package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The commands on API calls, after purges by other runs of the program. */
final class CallsCliTest {
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

    private List<JsonNode> calls(String... filters) {
        List<String> all = new ArrayList<>(List.of("calls"));
        all.addAll(List.of(filters));
        Ended ended = shell.run(all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.toString()).isZero();
        return ended.json().get("calls").valueStream().toList();
    }

    private static List<String> values(List<JsonNode> calls, String name) {
        return calls.stream().map(c -> c.get(name).asString()).toList();
    }

    private JsonNode show(JsonNode call) {
        return shell.run("call-show", call.get("call").asString()).json();
    }

    @Test
    void everyCallIsListedByALaterRun() {
        shell.run("zones");
        String job = Shell.job(shell.purgeUrls("a.png", "b.png"));

        List<JsonNode> all = calls();

        assertThat(all).hasSize(shell.edgeOne.calls().size());
        assertThat(values(all, "requestId"))
                .containsExactlyInAnyOrderElementsOf(
                        shell.edgeOne.calls().stream().map(c -> c.requestId()).toList());
        assertThat(values(all, "call")).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(values(all, "action")).last().isEqualTo("DescribeZones");
        JsonNode created = calls(job, "--no-reads").getFirst();
        assertThat(created.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Set.of(
                                "call",
                                "at",
                                "action",
                                "zone",
                                "job",
                                "batch",
                                "attempt",
                                "tookMs",
                                "http",
                                "requestId"));
        assertThat(created.get("job").asString()).isEqualTo(job);
        assertThat(created.get("batch").asInt()).isEqualTo(1);
        assertThat(calls("--limit", "2")).isEqualTo(all.subList(0, 2));
        assertThat(calls("--text", created.get("requestId").asString())).containsExactly(created);
    }

    @Test
    void requestAndReplyAreShown() {
        String job = Shell.job(shell.purgeUrls("a.png", "b.png"));

        JsonNode shown = show(calls(job, "--no-reads").getFirst());

        assertThat(shown.get("request").get("Type").asString()).isEqualTo("purge_url");
        assertThat(shown.get("request").get("Targets").valueStream().map(JsonNode::asString))
                .containsExactly(Shell.PAGE + "a.png", Shell.PAGE + "b.png");
        assertThat(shown.get("reply").get("Response").get("JobId").asString())
                .isEqualTo(shell.edgeOne.accepted().getFirst().jobId());
        assertThat(shown.toString())
                .doesNotContain(shell.edgeOne.secretId())
                .doesNotContain(shell.edgeOne.secretKey())
                .doesNotContain("Signature");
    }

    @Test
    void attemptsAndErrorsAreTold() {
        shell.faults("CreatePurgeTask:error=RequestLimitExceeded@nth=1");
        shell.purgeUrls("a.png");

        List<JsonNode> created = calls("--action", "createpurgetask");
        List<JsonNode> failed = calls("--failed");

        assertThat(values(created, "attempt")).containsExactly("2", "1");
        assertThat(failed).containsExactly(created.getLast());
        assertThat(values(failed, "code")).containsExactly("RequestLimitExceeded");
        assertThat(show(failed.getFirst()).get("reply").get("Response").get("Error").get("Code"))
                .hasToString("\"RequestLimitExceeded\"");
    }

    @Test
    void aPageOfHtmlIsAString() {
        shell.faults("DescribeZones:html@first=50");
        assertThat(shell.run("zones").exit()).isEqualTo(7);

        JsonNode shown = show(calls("--failed").getFirst());

        assertThat(shown.get("code").asString()).isEqualTo("Reply.NotJson");
        assertThat(shown.get("reply").asString()).contains("<html");
        assertThat(shown.get("replyBytes").asInt())
                .isEqualTo(shown.get("reply").asString().length());
    }

    @Test
    void whatDoesNotExistIsRefused() {
        shell.run("zones");

        assertThat(shell.run("calls", "no-such-job").exit()).isEqualTo(2);
        assertThat(shell.run("calls", "--limit", "-1").exit()).isEqualTo(2);
        assertThat(shell.run("call-show", "c99").exit()).isEqualTo(2);
        assertThat(shell.run("call-show", "nothing").exit()).isEqualTo(2);
        assertThat(shell.run("call-show", "c1").exit()).isZero();
        assertThat(shell.run("call-show", "1").exit()).isZero();
    }
}

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

/** {@code purge --verify}, in JSON and in words. */
final class VerifyCliTest {
    private static final String PAGE = Shell.PAGE + "a.txt";
    private static final String STICKY = Shell.PAGE + "test/b.txt";

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

    /** The second object keeps to node 1; the first was asked for nowhere before. */
    @Test
    void aStaleTargetEndsItWithThree() {
        shell.faults("Edge:sticky=1@nth=2");
        Ended ended = purge("--target", PAGE, "--target", STICKY);
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(3);
        JsonNode verdicts = ended.json().get("verdicts");
        assertThat(Shell.names(verdicts))
                .containsExactlyInAnyOrder(
                        "fresh",
                        "stale",
                        "was_not_cached",
                        "redirect",
                        "unchanged",
                        "unreachable",
                        "unclear");
        assertThat(verdicts.get("stale").asInt()).isEqualTo(1);
        assertThat(verdicts.get("was_not_cached").asInt()).isEqualTo(1);
        assertThat(ended.json().get("state").asString()).isEqualTo("succeeded");
        assertThat(ended.err()).contains("Asked the edge after the purge: 4 of 4");
        String job = Shell.job(ended);
        List<JsonNode> rows =
                shell.run("targets", job).json().get("targets").valueStream().toList();
        assertThat(Shell.strings(shell.run("targets", job).json().get("targets"), "verdict"))
                .containsExactly("was_not_cached", "stale");
        assertThat(rows.getLast().get("before").size()).isEqualTo(2);
        assertThat(rows.getLast().get("after").get(1).get("cacheStatus").asString())
                .isEqualTo("HIT");
        assertThat(rows.getLast().get("verdictText").asString())
                .contains("older than the purge", node(1));
        Ended text =
                shell.plain(
                        "targets",
                        job,
                        "--lang",
                        "en",
                        "--home",
                        folder.resolve("home").toString());
        assertThat(text.out()).contains("Verdict", "stale", "An object older than the purge");
        Ended followed = shell.run("follow", job);
        assertThat(followed.exit()).as("follow says the same").isEqualTo(3);
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    @Test
    void whatCannotBeVerifiedIsRefusedBeforeAnythingIsSent() {
        for (List<String> wrong :
                List.of(
                        List.of("--type", "purge_host", "--target", "www.example.com", "--verify"),
                        List.of("--type", "purge_url", "--target", PAGE, "--sample", "2"),
                        List.of("--type", "purge_url", "--target", PAGE, "--edge", node(0)),
                        List.of(
                                "--type",
                                "purge_url",
                                "--target",
                                PAGE,
                                "--verify",
                                "--edge",
                                "a b"))) {
            List<String> arguments = new ArrayList<>(List.of("purge", "--zone", "example.com"));
            arguments.addAll(wrong);
            Ended ended = shell.run(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        }
        assertThat(shell.edgeOne.accepted()).isEmpty();
    }

    private Ended purge(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "purge",
                                "--zone",
                                "example.com",
                                "--type",
                                "purge_url",
                                "--verify"));
        arguments.addAll(List.of("--edge", node(0), "--edge", node(1)));
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new));
    }

    private String node(int number) {
        return shell.edgeOne.edgeNodes().get(number).toString();
    }
}

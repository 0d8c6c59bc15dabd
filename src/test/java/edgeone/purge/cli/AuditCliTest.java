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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Notes, who submitted, the chain of entries, and the removal of old jobs, on the command line. */
final class AuditCliTest {
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

    private Ended purge(String path, String... more) {
        String[] arguments = {
            "purge",
            "--zone",
            "example.com",
            "--type",
            "purge_url",
            "--wait",
            "--target",
            Shell.PAGE + path
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return shell.run(all);
    }

    private void change(String sql) throws SQLException {
        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = c.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    @Test
    void aJobSaysWhoSubmittedItFromWhereAndWhy() {
        JsonNode purged = purge("a", "--note", " OPS-7: logo \u202e\u001b[31mreplaced ").json();
        String id = shell.edgeOne.secretId();
        for (JsonNode job : new JsonNode[] {purged, shell.run("jobs").json().get("jobs").get(0)}) {
            assertThat(job.get("note").asString())
                    .isEqualTo("OPS-7: logo \u202e\u001b[31mreplaced");
            assertThat(job.get("user").asString()).isEqualTo(System.getProperty("user.name"));
            assertThat(job.get("host").asString()).isNotBlank();
            assertThat(job.get("program").asString()).isNotBlank();
            assertThat(job.get("secretIdEnd").asString())
                    .hasSize(4)
                    .isEqualTo(id.substring(id.length() - 4));
            assertThat(job.get("origin").asString()).isEqualTo("here");
        }
        assertThat(shell.run("jobs", "--text", "ops-7").json().get("total").asInt()).isOne();
        assertThat(shell.run("jobs", "--text", "ops-8").json().get("total").asInt()).isZero();
    }

    @Test
    void aRetryTakesTheNoteOfTheJobUnlessItHasItsOwn() {
        shell.faults("row=timeout@nth=1");
        String first = Shell.job(purge("a", "--note", "why", "--target", Shell.PAGE + "b"));
        JsonNode again = shell.run("retry", first).json();
        assertThat(again.get("note").asString()).isEqualTo("why");
        assertThat(again.get("parent").asString()).isEqualTo(first);
    }

    @Test
    void aNoteCanBeRequiredWithAPattern() throws Exception {
        Files.writeString(
                home.resolve("settings.json"),
                "{\"note\":{\"required\":true,\"pattern\":\"OPS-[0-9]+\"}}");
        Ended without = purge("a");
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err()).contains("The settings require a note that says why.");
        Ended wrong = purge("a", "--note", "because");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("such as a ticket number");
        assertThat(purge("a", "--note", "x".repeat(1_001)).exit()).isEqualTo(2);
        assertThat(shell.calls("CreatePurgeTask")).isZero();
        assertThat(shell.run("jobs").json().get("total").asInt()).isZero();

        assertThat(purge("a", "--note", "for OPS-12").exit()).isZero();
    }

    @Test
    void anUntouchedHistoryIsIntactAndHoldsItsHead() {
        purge("a");
        JsonNode head = shell.run("audit", "head").json();
        purge("b");
        Ended ended = shell.run("audit", "verify", "--head", head.get("head").asString());

        assertThat(ended.exit()).isZero();
        assertThat(ended.json().get("intact").asBoolean()).isTrue();
        assertThat(ended.json().get("entries").asLong())
                .isGreaterThan(head.get("entries").asLong());
        assertThat(Shell.names(ended.json()))
                .containsExactlyInAnyOrder("entries", "intact", "headFound");
        assertThat(shell.run("audit", "verify", "--head", "0".repeat(64)).exit()).isEqualTo(3);
        assertThat(shell.run("audit", "verify", "--head", "abc").exit()).isEqualTo(2);
    }

    @Test
    void whatWasChangedIsNamed() throws Exception {
        String job = Shell.job(purge("a"));
        change("UPDATE target SET target = 'https://www.example.com/b'");
        Ended row = shell.run("audit", "verify");
        assertThat(row.exit()).isEqualTo(3);
        assertThat(row.json().get("intact").asBoolean()).isFalse();
        assertThat(row.json().get("firstBroken").get("job").asString()).isEqualTo(job);

        change("UPDATE entry SET content = replace(content, 'purge_url', 'purge_all') WHERE n = 2");
        Ended entry = shell.run("audit", "verify");
        assertThat(entry.exit()).isEqualTo(3);
        assertThat(entry.json().get("firstBroken").get("entry").asInt()).isEqualTo(2);
    }

    @Test
    void pruningShowsWhatGoesAndRemovesItWhenConfirmed() {
        for (String path : new String[] {"a", "b", "c"}) {
            purge(path);
        }
        Ended shown = shell.run("prune", "--keep", "1");
        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.json().get("preview").get("jobs").asInt()).isEqualTo(2);
        assertThat(shell.run("jobs").json().get("total").asInt()).isEqualTo(3);

        Ended pruned = shell.run("prune", "--keep", "1", "--yes");
        assertThat(pruned.exit()).isZero();
        assertThat(pruned.json().get("removed").asInt()).isEqualTo(2);
        assertThat(Shell.names(pruned.json()))
                .containsExactlyInAnyOrder("removed", "bytesBefore", "bytesAfter");
        assertThat(shell.run("jobs").json().get("total").asInt()).isOne();
        assertThat(shell.run("audit", "verify").exit()).isZero();

        assertThat(shell.run("prune").exit()).isEqualTo(2);
        assertThat(shell.run("prune", "--keep", "1", "--before", "2026-01-01").exit()).isEqualTo(2);
        assertThat(shell.run("prune", "--keep", "-1").exit()).isEqualTo(2);
        assertThat(shell.run("prune", "--before", "yesterday").exit()).isEqualTo(2);
    }
}

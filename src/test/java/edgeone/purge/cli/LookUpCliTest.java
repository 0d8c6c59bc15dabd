package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Locale;

/** A RequestId or an error code, looked up among the calls of earlier runs. */
final class LookUpCliTest {
    private static final String UNKNOWN = "3c140219-cfe9-470e-b241-907877d6fb03";

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

    private String newest(String... filter) {
        String[] all = new String[filter.length + 1];
        all[0] = "calls";
        System.arraycopy(filter, 0, all, 1, filter.length);
        return shell.run(all).json().get("calls").get(0).get("requestId").asString();
    }

    @Test
    void aRequestIdLeadsToItsCallJobAndBatch() {
        String job = Shell.job(shell.purgeUrls("a"));
        String id = newest("--no-reads");

        JsonNode found =
                shell.run("calls", "--request-id", " " + id.toUpperCase(Locale.ROOT) + "\n").json();

        assertThat(found.get("calls")).hasSize(1);
        assertThat(found.get("calls").get(0).get("job").asString()).isEqualTo(job);
        assertThat(found.get("calls").get(0).get("batch").asInt()).isEqualTo(1);
        assertThat(found.get("jobs")).hasSize(1);
        assertThat(found.get("jobs").get(0).get("job").asString()).isEqualTo(job);
        assertThat(found.get("jobs").get(0).get("batch").asInt()).isEqualTo(1);
        assertThat(
                        shell.run(
                                        "calls",
                                        "--request-id",
                                        "{\"Response\":{\"RequestId\":\"" + id + "\"}}")
                                .json())
                .isEqualTo(found);
        JsonNode noError = shell.run("error", id).json();
        assertThat(noError.get("requestId").asString()).isEqualTo(id);
        assertThat(noError.get("calls")).hasSize(1);
        assertThat(noError.has("code")).isFalse();
    }

    /** Its job knows the request even where the call is no longer kept. */
    @Test
    void theRecordOfTheJobIsEnough() throws Exception {
        String job = Shell.job(shell.purgeUrls("a"));
        String id = newest("--no-reads");
        try (var journal =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = journal.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM call")).isPositive();
        }

        JsonNode found = shell.run("calls", "--request-id", id).json();

        assertThat(found.get("calls")).isEmpty();
        assertThat(found.get("jobs").get(0).get("job").asString()).isEqualTo(job);
    }

    @Test
    void whatIsNotInTheJournalIsSaidWithWhatToDo() {
        for (String[] command : new String[][] {{"calls", "--request-id"}, {"error"}}) {
            String[] all = Arrays.copyOf(command, command.length + 1);
            all[command.length] = UNKNOWN;
            Ended ended = shell.run(all);
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.json().get("error").get("message").asString())
                    .contains(UNKNOWN, "Tencent Cloud support", "Never send a SecretKey");
        }
        assertThat(shell.run("calls", "--request-id", UNKNOWN, "--failed").exit()).isEqualTo(2);
    }

    @Test
    void anErrorListsTheCallsAndJobsThatMetItNewestFirst() {
        JsonNode unmet = shell.run("error", "RequestLimitExceeded").json();
        assertThat(unmet.get("calls")).isEmpty();
        assertThat(unmet.get("jobs")).isEmpty();
        shell.faults("CreatePurgeTask:error=RequestLimitExceeded@nth=1");
        String first = Shell.job(shell.purgeUrls("a"));
        shell.faults("CreatePurgeTask:error=RequestLimitExceeded@nth=1");
        String second = Shell.job(shell.purgeUrls("b"));

        JsonNode met = shell.run("error", "RequestLimitExceeded").json();

        assertThat(met.get("code").asString()).isEqualTo("RequestLimitExceeded");
        assertThat(Shell.strings(met.get("calls"), "job")).containsExactly(second, first);
        assertThat(Shell.strings(met.get("calls"), "code")).containsOnly("RequestLimitExceeded");
        assertThat(Shell.strings(met.get("jobs"), "job")).containsExactly(second, first);
        JsonNode newest = shell.run("error", "RequestLimitExceeded", "--limit", "1").json();
        assertThat(Shell.strings(newest.get("calls"), "job")).containsExactly(second);
        assertThat(Shell.strings(newest.get("jobs"), "job")).containsExactly(second);
        assertThat(shell.run("error", "LimitExceeded.DailyQuota").json().get("calls")).isEmpty();
        assertThat(shell.run("error", "RequestLimitExceeded", "--limit", "-1").exit()).isEqualTo(2);

        String failed = met.get("calls").get(0).get("requestId").asString();
        JsonNode explained = shell.run("error", failed).json();
        assertThat(explained.get("code").asString()).isEqualTo("RequestLimitExceeded");
        assertThat(explained.get("requestId").asString()).isEqualTo(failed);
        assertThat(Shell.strings(explained.get("calls"), "job")).containsExactly(second);
    }
}

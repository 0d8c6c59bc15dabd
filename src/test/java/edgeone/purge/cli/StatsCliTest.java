package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** {@code stats} over jobs that were purged for real, some of them rejected. */
final class StatsCliTest {
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
    void sumsUpWhatWasPurged() {
        LocalDate before = LocalDate.now(ZoneId.systemDefault());
        purge("--target", Shell.PAGE + "a", "--target", Shell.PAGE + "b", "--wait");
        shell.faults("CreatePurgeTask:reject=not yours@every=2");
        purge("--target", Shell.PAGE + "c", "--target", Shell.PAGE + "d", "--wait");
        LocalDate after = LocalDate.now(ZoneId.systemDefault());

        Ended ended = shell.run("stats");

        assertThat(ended.exit()).isZero();
        JsonNode days = ended.json().get("days");
        assertThat(Shell.names(days.get(0)))
                .containsExactly(
                        "day",
                        "type",
                        "jobs",
                        "targets",
                        "succeeded",
                        "failed",
                        "rejected",
                        "canceled",
                        "pending",
                        "underway");
        assertThat(sum(days, "jobs")).isEqualTo(2);
        assertThat(LocalDate.parse(days.get(0).get("day").asString())).isBetween(before, after);
        assertThat(sum(days, "targets")).isEqualTo(4);
        assertThat(sum(days, "succeeded")).isEqualTo(3);
        assertThat(sum(days, "rejected")).isEqualTo(1);
        JsonNode reasons = ended.json().get("reasons");
        assertThat(reasons).hasSize(1);
        assertThat(reasons.get(0).get("reason").asString()).isEqualTo("not yours");
        assertThat(reasons.get(0).get("state").asString()).isEqualTo("rejected");
        assertThat(reasons.get(0).get("count").asInt()).isEqualTo(1);
        JsonNode done = ended.json().get("secondsToDone");
        assertThat(done.get("jobs").asInt()).isEqualTo(2);
        assertThat(done.get("p50").asDouble()).isLessThanOrEqualTo(done.get("p95").asDouble());
    }

    @Test
    void countsWhatIsAskedForOnly() {
        purge("--target", Shell.PAGE + "a");

        assertThat(shell.run("stats", "--zone", "example.com").json().get("days")).hasSize(1);
        for (String[] other :
                new String[][] {
                    {"--zone", "example.org"},
                    {"--until", "2020-01-01"},
                    {"--since", "2999-01-01"},
                    {"--origin", "elsewhere"},
                    {"--account", "nobody"}
                }) {
            Ended ended = shell.run("stats", other[0], other[1]);
            assertThat(ended.exit()).as(other[0]).isZero();
            assertThat(ended.json().get("days")).as(other[0]).isEmpty();
            assertThat(ended.json().get("reasons")).as(other[0]).isEmpty();
            assertThat(ended.json().get("secondsToDone")).as(other[0]).isEmpty();
        }
        assertThat(shell.run("stats", "--origin", "all").json().get("days")).hasSize(1);
    }

    @Test
    void tellsAPersonTheSame() {
        purge("--target", Shell.PAGE + "a", "--wait");

        Ended ended = shell.plain("stats", "--lang", "en", "--home", home.toString());

        assertThat(ended.exit()).isZero();
        assertThat(ended.out().lines().limit(2))
                .anySatisfy(line -> assertThat(line).startsWith("Day ").contains("Succeeded"))
                .anySatisfy(line -> assertThat(line).contains("purge_url  1     1"));
        assertThat(ended.out()).contains("Time until done: half of 1 job within ");
    }

    @Test
    void whatIsNoTimeOrOriginIsRefused() {
        assertThat(shell.run("stats", "--since", "yesterday").exit()).isEqualTo(2);
        assertThat(shell.run("stats", "--origin", "there").exit()).isEqualTo(2);
        assertThat(shell.run("stats", "--since", "2026-02-01", "--until", "2026-02-01").exit())
                .isEqualTo(2);
    }

    private Ended purge(String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(
                new String[] {"purge", "--zone", "example.com", "--type", "purge_url"},
                0,
                all,
                0,
                5);
        System.arraycopy(more, 0, all, 5, more.length);
        return shell.run(all);
    }

    private static long sum(JsonNode days, String key) {
        return days.valueStream().mapToLong(d -> d.get(key).asLong()).sum();
    }
}

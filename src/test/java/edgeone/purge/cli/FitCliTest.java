package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** {@code purge --fit}: what today's quota takes is sent, the rest when it is back, each once. */
final class FitCliTest {
    private static final int DAILY = 10;

    @TempDir private Path home;

    /** EdgeOne's clock minus this machine's; it starts at noon in EdgeOne's time zone. */
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private Shell shell;

    @BeforeEach
    void open() {
        Instant now = Instant.now();
        Instant noon =
                now.atOffset(ZoneOffset.ofHours(8))
                        .toLocalDate()
                        .atTime(12, 0)
                        .toInstant(ZoneOffset.ofHours(8));
        ahead.set(Duration.between(now, noon));
        shell =
                new Shell(
                        home,
                        EmulatorOptions.defaults()
                                .withClock(() -> Instant.now().plus(ahead.get()))
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(
                                                                "zone-fit",
                                                                "example.com",
                                                                "www.example.com")
                                                        .withQuota("purge_url", 4, DAILY)
                                                        .withQuota("purge_prefix", 100, DAILY)
                                                        .withQuota("purge_host", 1, 0))));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void tomorrow() {
        ahead.updateAndGet(d -> d.plusDays(1));
    }

    private static String urls(int from, int to) {
        return String.join(
                "\n", IntStream.rangeClosed(from, to).mapToObj(i -> Shell.PAGE + i).toList());
    }

    private Ended purge(String list, String... more) {
        List<String> arguments = new ArrayList<>(List.of("purge", "--zone", "example.com"));
        arguments.addAll(List.of("--type", "purge_url", "--targets-file", "-"));
        arguments.addAll(List.of(more));
        return shell.withInput(list, arguments.toArray(String[]::new));
    }

    private List<String> accepted() {
        return shell.edgeOne.accepted().stream()
                .map(AcceptedJob::targets)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> lines(int from, int to) {
        return urls(from, to).lines().toList();
    }

    private static void assertCounts(JsonNode job, int pending, int accepted) {
        assertThat(job.get("targets").get("pending").asInt()).isEqualTo(pending);
        assertThat(job.get("targets").get("accepted").asInt()).isEqualTo(accepted);
    }

    @Test
    void aPlanSaysWhatFitsAndWhatWaits() {
        JsonNode plan = purge(urls(1, 23), "--fit", "--dry-run").json().get("plan");

        assertThat(plan.get("targets").asInt()).isEqualTo(23);
        assertThat(plan.get("fits").asInt()).isEqualTo(10);
        assertThat(plan.get("later").asInt()).isEqualTo(13);
        assertThat(plan.get("quotaLeft").asInt()).isEqualTo(10);
        assertThat(plan.get("quotaAfter").asInt()).isZero();
        assertThat(plan.get("batches").asInt()).isEqualTo(7);
        assertThat(Instant.parse(plan.get("quotaReadAt").asString())).isBefore(Instant.now());
        assertThat(shell.calls("CreatePurgeTask")).isZero();
        assertThat(shell.run("jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void withoutItTheListIsRefusedAndSaysNothingOfIt() {
        Ended ended = purge(urls(1, 11));

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(Shell.names(ended.json().get("plan"))).doesNotContain("fits", "later");
        assertThat(accepted()).isEmpty();
    }

    @Test
    void exactlyEnoughIsSentWhole() {
        Ended ended = purge(urls(1, DAILY), "--fit");

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(accepted()).containsExactlyInAnyOrderElementsOf(lines(1, DAILY));
        assertThat(ended.json().has("waits")).isFalse();
    }

    @Test
    void oneTooManyWaitsUntilTheQuotaIsBackAndSaysWhen() {
        Ended ended = purge(urls(1, DAILY + 1), "--fit");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(5);
        assertCounts(ended.json(), 1, DAILY);
        Instant midnight =
                Instant.now()
                        .plus(ahead.get())
                        .atOffset(ZoneOffset.ofHours(8))
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.ofHours(8));
        assertThat(ended.json().get("waits").get("targets").asInt()).isEqualTo(1);
        assertThat(ended.json().get("waits").get("from").asString()).isEqualTo(midnight.toString());
        assertThat(ended.err()).contains("1 target waits for quota", "00:00 (UTC+8", "local time");
        assertThat(accepted()).containsExactlyInAnyOrderElementsOf(lines(1, DAILY));
        JsonNode listed = shell.run("jobs").json().get("jobs").get(0);
        assertThat(listed.get("waits").get("targets").asInt()).isEqualTo(1);

        Ended tooSoon = shell.run("resume");
        assertThat(tooSoon.exit()).isEqualTo(5);
        assertThat(tooSoon.json().get("left").get(0).get("reason").asString())
                .isEqualTo("waits_for_quota");
        assertThat(accepted()).hasSize(DAILY);

        tomorrow();
        assertThat(shell.run("resume", "--wait").exit()).isZero();
        assertThat(accepted()).containsExactlyInAnyOrderElementsOf(lines(1, DAILY + 1));
        JsonNode done = shell.run("jobs").json().get("jobs").get(0);
        assertThat(done.get("state").asString()).isEqualTo("succeeded");
        assertThat(done.has("waits")).isFalse();
    }

    @Test
    void withNoQuotaLeftEverythingWaits() {
        assertThat(purge(urls(1, DAILY)).exit()).isZero();

        Ended ended = purge(urls(21, 25), "--fit");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(5);
        assertCounts(ended.json(), 5, 0);
        assertThat(accepted()).hasSize(DAILY);

        tomorrow();
        assertThat(shell.run("resume").exit()).isZero();
        assertThat(accepted()).hasSize(DAILY + 5).containsAll(lines(21, 25));
    }

    @Test
    void aResumeSendsOnlyWhatThenFitsAndNothingTwice() {
        String job = Shell.job(purge(urls(1, 35), "--fit"));
        assertThat(accepted()).hasSize(DAILY);

        tomorrow();
        assertThat(shell.purgeUrls("other/1", "other/2", "other/3").exit()).isZero();
        assertThat(shell.run("resume").exit()).isEqualTo(5);
        assertThat(shell.run("resume").exit()).isEqualTo(5);
        assertThat(accepted()).hasSize(2 * DAILY).doesNotHaveDuplicates();

        tomorrow();
        assertThat(shell.run("resume").exit()).isEqualTo(5);
        assertThat(accepted()).hasSize(3 * DAILY);
        tomorrow();
        assertThat(shell.run("resume", "--wait").exit()).isZero();
        assertThat(shell.run("resume").json().get("resumed")).isEmpty();
        assertThat(accepted()).hasSize(38).doesNotHaveDuplicates().containsAll(lines(1, 35));
        JsonNode rows = shell.run("targets", job).json().get("targets");
        assertThat(Shell.strings(rows, "state")).hasSize(35).containsOnly("succeeded");
    }

    /** A request of the rest may hold more than a whole day grants. */
    @Test
    void aRequestLargerThanTheDaysQuotaIsCut() {
        String list =
                String.join(
                        "\n",
                        IntStream.rangeClosed(1, 25).mapToObj(i -> Shell.PAGE + i + "/").toList());
        Ended ended =
                shell.withInput(
                        list,
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_prefix",
                        "--targets-file",
                        "-",
                        "--fit");
        assertThat(ended.json().get("batches")).hasSize(2);

        tomorrow();
        assertThat(shell.run("resume").exit()).isEqualTo(5);
        tomorrow();
        assertThat(shell.run("resume").exit()).isZero();
        assertThat(accepted()).containsExactlyInAnyOrderElementsOf(list.lines().toList());
        assertThat(shell.edgeOne.accepted())
                .extracting(j -> j.targets().size())
                .containsExactly(10, 10, 5);
    }

    @Test
    void severalJobsShareTheQuotaOldestFirst() {
        String first = Shell.job(purge(urls(1, 16), "--fit"));
        String second = Shell.job(purge(urls(101, 106), "--fit"));
        assertThat(accepted()).hasSize(DAILY);

        tomorrow();
        JsonNode report = shell.run("resume").json();

        assertThat(accepted()).hasSize(2 * DAILY).containsAll(lines(1, 16)).doesNotHaveDuplicates();
        assertThat(report.get("resumed").valueStream().map(JsonNode::asString))
                .containsExactly(first, second);
        assertThat(Shell.strings(report.get("left"), "job")).containsExactly(second);
    }

    /** Others used the quota between plan and request. */
    @Test
    void whatEdgeOneRefusesForItsQuotaWaitsToo() {
        shell.faults("CreatePurgeTask:error=LimitExceeded.DailyQuota@nth=2");

        Ended ended = purge(urls(1, 8), "--fit");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(5);
        assertThat(ended.json().get("waits").get("targets").asInt()).isEqualTo(4);
        assertThat(accepted()).hasSize(4);
        assertThat(shell.run("resume").exit()).isZero();
        assertThat(accepted()).containsExactlyInAnyOrderElementsOf(lines(1, 8));
    }

    @Test
    void withoutItARefusalForQuotaIsFinal() {
        shell.faults("CreatePurgeTask:error=LimitExceeded.DailyQuota");
        assertThat(purge(urls(1, 2)).exit()).isEqualTo(4);
    }

    @Test
    void nothingIsSentWhereTheQuotaCannotBeRead() {
        purge(urls(1, 12), "--fit");
        tomorrow();
        shell.faults("DescribeContentQuota:error=AuthFailure.UnauthorizedOperation");

        Ended ended = shell.run("resume");

        assertThat(ended.exit()).isEqualTo(5);
        assertThat(ended.json().get("left").get(0).get("reason").asString())
                .isEqualTo("quota_unread");
        assertThat(ended.err()).contains("teo:DescribeContentQuota");
        assertThat(accepted()).hasSize(DAILY);
    }

    @Test
    void aTypeThatIsGrantedNothingIsRefusedHoweverLongOneWaits() {
        Ended ended =
                shell.run(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_host",
                        "--target",
                        "www.example.com",
                        "--yes",
                        "--fit");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(shell.run("jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void whatWaitsCanBeCanceled() {
        String job = Shell.job(purge(urls(1, 12), "--fit"));
        assertThat(shell.run("cancel", job).exit()).isZero();
        tomorrow();
        assertThat(shell.run("resume").json().get("left")).isEmpty();
        assertThat(accepted()).hasSize(DAILY);
    }
}

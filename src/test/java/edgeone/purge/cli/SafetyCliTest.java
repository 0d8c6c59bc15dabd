package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The safety level of a stored account also applies to retries and resumes. */
@Timeout(180)
final class SafetyCliTest {
    private static final String ZONE = "example.com";
    private static final String HOST = "www.example.com";

    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell =
                new Shell(
                        home,
                        EmulatorOptions.defaults()
                                .withZones(
                                        List.of(
                                                ZoneSetup.of("zone-test00000001", ZONE, HOST)
                                                        .withQuota("purge_url", 1, 1_000),
                                                ZoneSetup.of(
                                                        "zone-test00000002",
                                                        "example.org",
                                                        "www.example.org"))));
        add();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aRetryIsConfirmedLikeThePurgeItself() {
        level("confirm_all");
        assertRefused(() -> urls(), "--confirm");
        String job = timedOut(() -> urls("--confirm", ZONE, "--wait"));

        assertRefused(() -> shop("retry", job), "--confirm");
        assertRefused(() -> shop("retry", job, "--confirm", "example.org"), "zone");
        assertGoes(() -> shop("retry", job, "--confirm", ZONE));
    }

    @Test
    void aWideRetryIsConfirmedLikeAWidePurge() {
        String wide = timedOut(() -> hosts("--yes", "--wait"));
        String narrow = timedOut(() -> urls("--wait"));
        level("confirm_wide");

        assertRefused(() -> shop("retry", wide), "--confirm");
        assertGoes(() -> shop("retry", wide, "--confirm", ZONE));
        assertGoes(() -> shop("retry", narrow));
    }

    @Test
    void nothingLetsAReadOnlyAccountRetry() {
        String job = timedOut(() -> urls("--wait"));
        level("read_only");

        assertRefused(() -> shop("retry", job), "read-only");
        assertRefused(() -> shop("retry", job, "--confirm", ZONE), "read-only");
    }

    /** Its lost reply is looked up, because that only reads. */
    @Test
    void aReadOnlyAccountResumesByLookingUpAndSendsNothing() {
        String job = lost(() -> urls("--confirm", ZONE));
        level("read_only");

        long before = shell.calls("CreatePurgeTask");
        for (int time = 0; time < 2; time++) {
            Ended resumed = shop("resume");
            assertThat(resumed.exit()).as(resumed.toString()).isEqualTo(5);
            assertThat(resumed.json().get("resumed")).isEmpty();
            assertThat(Shell.strings(resumed.json().get("left"), "job")).containsExactly(job);
            assertThat(resumed.err()).contains("read-only");
        }
        assertThat(state(job)).isEqualTo("planned");
        assertThat(shell.calls("CreatePurgeTask")).isEqualTo(before);
        assertThat(shell.edgeOne.accepted()).isEmpty();

        level("normal", "--confirm", "shop");
        assertThat(shop("resume").exit()).isZero();
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    /** Changed by another process: what was sent is followed, the rest waits to be resumed. */
    @Test
    void anAccountMadeReadOnlyMeanwhileSendsNothingMore() throws Exception {
        List<String> many = new ArrayList<>(List.of("--wait"));
        for (int page = 0; page < 150; page++) {
            many.addAll(List.of("--target", Shell.PAGE + page));
        }
        Ended ended;
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Ended> purging = other.submit(() -> urls(many.toArray(String[]::new)));
            while (shell.edgeOne.accepted().isEmpty()) {
                assertThat(purging.isDone()).isFalse();
                Thread.onSpinWait();
            }
            level("read_only");
            ended = purging.get();
        }

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(5);
        assertThat(ended.json().get("stopped").asString()).isEqualTo("read_only");
        assertThat(ended.err()).contains("made read-only", "cancel");
        int sent = shell.edgeOne.accepted().size();
        assertThat(sent).isBetween(1, 150);
        assertThat(ended.json().get("targets").get("succeeded").asInt()).isEqualTo(sent);
        assertThat(ended.json().get("targets").get("pending").asInt()).isEqualTo(151 - sent);
    }

    /** It was confirmed as required when it was submitted; resuming only finishes it. */
    @ParameterizedTest
    @ValueSource(strings = {"confirm_wide", "confirm_all"})
    void resumingNeedsNoSecondConfirmation(String level) {
        String job = lost(() -> hosts("--yes"));
        level(level);

        Ended resumed = shop("resume");

        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        assertThat(resumed.json().get("resumed").get(0).asString()).isEqualTo(job);
        assertThat(shell.edgeOne.accepted())
                .extracting(AcceptedJob::targets)
                .containsExactly(List.of(HOST));
    }

    @Test
    void everyZoneOfASortedPurgeIsConfirmedByItsName() {
        level("confirm_all");
        String[] both = {
            "purge",
            "--zone",
            "auto",
            "--type",
            "purge_url",
            "--target",
            Shell.PAGE + "a",
            "--target",
            "https://www.example.org/b"
        };

        assertRefused(() -> shop(both), "example.com, example.org");
        assertRefused(() -> shop(with(both, "--confirm", ZONE)), "example.com, example.org");
        assertRefused(
                () -> shop(with(both, "--confirm", ZONE, "--confirm", "example.net")), "match");
        Ended ended = shop(with(both, "--confirm", ZONE, "--confirm", "example.org"));
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(shell.edgeOne.accepted())
                .extracting(AcceptedJob::zoneId)
                .containsExactly("zone-test00000001", "zone-test00000002");

        level("read_only");
        assertRefused(
                () -> shop(with(both, "--confirm", ZONE, "--confirm", "example.org")), "read-only");
    }

    private static List<String> with(String[] command, String... more) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        return all;
    }

    private void add() {
        Ended added =
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
        assertThat(added.exit()).as(added.toString()).isZero();
        shell.environment.clear();
    }

    private void level(String level, String... more) {
        List<String> all = new ArrayList<>(List.of("account", "edit", "shop", "--safety", level));
        all.addAll(List.of(more));
        Ended edited = shell.run(all.toArray(String[]::new));
        assertThat(edited.exit()).as(edited.toString()).isZero();
    }

    private Ended shop(String... command) {
        return shop(List.of(command));
    }

    private Ended shop(List<String> command) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--account", "shop", "--home", home.toString(), "--json"));
        all.addAll(List.of("--lang", "en", "--settle", "0.2"));
        return RealProgram.run(
                shell.environment,
                "open sesame\n".getBytes(StandardCharsets.UTF_8),
                all.toArray(String[]::new));
    }

    private Ended urls(String... more) {
        return purge("purge_url", Shell.PAGE + "a", more);
    }

    private Ended hosts(String... more) {
        return purge("purge_host", HOST, more);
    }

    private Ended purge(String type, String target, String... more) {
        List<String> all = new ArrayList<>(List.of("purge", "--zone", ZONE, "--type", type));
        all.addAll(List.of("--target", target));
        all.addAll(List.of(more));
        return shop(all);
    }

    /** A job whose target timed out, so that a retry may succeed. */
    private String timedOut(Supplier<Ended> purge) {
        return faulty("row=timeout", 4, purge);
    }

    /** A job that EdgeOne did not accept, with no answer to its request or lookups. */
    private String lost(Supplier<Ended> purge) {
        return faulty("CreatePurgeTask:drop;DescribePurgeTasks:drop", 5, purge);
    }

    private String faulty(String faults, int exit, Supplier<Ended> purge) {
        shell.faults(faults);
        Ended ended = purge.get();
        shell.faults("");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(exit);
        return Shell.job(ended);
    }

    private String state(String job) {
        Ended shown = shop("follow", job, "--timeout", "0");
        return shown.json().get("batches").get(0).get("state").asString();
    }

    private void assertGoes(Supplier<Ended> command) {
        int before = shell.edgeOne.accepted().size();
        Ended ended = command.get();
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(shell.edgeOne.accepted()).hasSize(before + 1);
    }

    private void assertRefused(Supplier<Ended> command, String why) {
        long before = shell.calls("CreatePurgeTask");
        Ended ended = command.get();
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(why);
        assertThat(shell.calls("CreatePurgeTask")).isEqualTo(before);
    }
}

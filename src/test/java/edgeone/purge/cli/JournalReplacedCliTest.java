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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The journal is removed while a command runs. */
final class JournalReplacedCliTest {
    /** At least three seconds' worth of requests. */
    private static final int BATCHES = 60;

    @TempDir private Path folder;
    private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        home = folder.resolve("home");
        shell =
                new Shell(
                        home,
                        EmulatorOptions.defaults()
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(
                                                                "zone-cut",
                                                                "example.com",
                                                                "www.example.com")
                                                        .withQuota("purge_url", 1, 1_000_000))));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private Ended struck(Callable<Path> mishap, String... command) throws Exception {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Path> strike =
                    other.submit(
                            () -> {
                                while (shell.edgeOne.accepted().isEmpty()) {
                                    Thread.onSpinWait();
                                }
                                return mishap.call();
                            });
            Ended ended = shell.run(command);
            strike.get();
            return ended;
        }
    }

    private Path delete() throws IOException {
        Path journal = home.resolve("journal.db");
        Files.delete(journal);
        return journal;
    }

    private void assertThatEdgeOneHasWhatIsNamed(Ended ended) {
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(5);
        JsonNode error = ended.json().get("error");
        assertThat(error.get("code").asString()).isEqualTo("Journal.REPLACED");
        JsonNode batches = error.get("batches");
        assertThat(batches).hasSize(BATCHES);
        List<AcceptedJob> accepted = shell.edgeOne.accepted();
        assertThat(accepted).hasSizeLessThan(BATCHES);
        assertThat(Shell.strings(batches, "taskId").stream().filter(id -> !id.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(
                        accepted.stream().map(AcceptedJob::jobId).toList());
        assertThat(Shell.strings(batches, "state").stream().filter("planned"::equals))
                .hasSize(BATCHES - accepted.size());
        for (JsonNode batch : batches) {
            assertThat(batch.get("job").asString()).isEqualTo(Shell.job(ended));
            assertThat(batch.get("targets").asInt()).isEqualTo(1);
            assertThat(batch.get("targetList").get(0).asString()).startsWith(Shell.PAGE);
        }
        accepted.forEach(job -> assertThat(ended.err()).contains(job.jobId()));
        assertThat(ended.err()).contains("not sent");
    }

    @Test
    void aPurgeWhoseJournalIsRemovedSaysWhatItSent() throws Exception {
        Ended ended = struck(this::delete, purge());

        assertThatEdgeOneHasWhatIsNamed(ended);
        assertThat(home.resolve("journal.db")).doesNotExist();
        assertThat(shell.run("jobs").json().get("jobs")).as("a new journal").isEmpty();
    }

    @Test
    void aPurgeWhoseHomeIsRenamedIsResumedWhenItIsBack() throws Exception {
        Path away = folder.resolve("away");
        Ended ended = struck(() -> Files.move(home, away), purge());
        assertThatEdgeOneHasWhatIsNamed(ended);
        if (Files.exists(home)) {
            Files.move(home, folder.resolve("made-anew"));
        }
        Files.move(away, home);

        assertThat(shell.run("resume").exit()).isZero();

        assertThat(
                        shell.edgeOne.accepted().stream()
                                .flatMap(job -> job.targets().stream())
                                .toList())
                .hasSize(BATCHES)
                .doesNotHaveDuplicates();
    }

    private static String[] purge() {
        return IntStream.range(0, BATCHES + 2)
                .mapToObj(
                        i ->
                                switch (i) {
                                    case 0 -> List.of("purge", "--type", "purge_url");
                                    case 1 -> List.of("--zone", "example.com");
                                    default -> List.of("--target", Shell.PAGE + i);
                                })
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}

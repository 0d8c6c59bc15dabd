package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.ResumeReport.LeftReason;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A job that keeps to the quota, after a process that died at each point between plan and reply.
 */
final class FitKilledTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir private Path home;
    private EmbeddedEdgeOne edgeOne;

    @BeforeEach
    void start() {
        edgeOne =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(
                                                                "zone-1",
                                                                "example.com",
                                                                "www.example.com")
                                                        .withQuota("purge_url", 4, 10))));
    }

    @AfterEach
    void stop() {
        edgeOne.close();
    }

    private EngineFixture process() throws Exception {
        return new EngineFixture(home, edgeOne, Duration.ofMillis(200));
    }

    private static Plan fitted(EngineFixture process, int targets) throws Exception {
        Zone zone = process.zone("example.com");
        String text =
                IntStream.rangeClosed(1, targets)
                        .mapToObj(i -> PAGE + i)
                        .collect(Collectors.joining("\n"));
        return process.engine.plan(
                new PurgeDraft(zone, PurgeType.URL, null, text, List.of(), false).fitted(),
                process.engine.facts(process.connection, zone));
    }

    /** Journals a job and dies before anything of it leaves. */
    private String dieBeforeSending(int targets) throws Exception {
        EngineFixture process = process();
        RunControl stopped = new RunControl();
        stopped.keep();
        RunResult result =
                process.engine.submit(
                        process.connection,
                        fitted(process, targets),
                        Consent.NONE,
                        Progress.SILENT,
                        stopped);
        process.die();
        return result.summary().job().id();
    }

    private void othersUse(int targets) throws Exception {
        EngineFixture other =
                new EngineFixture(home.resolve("other"), edgeOne, Duration.ofMillis(200));
        other.purge(
                "example.com",
                IntStream.range(0, targets).mapToObj(i -> PAGE + "other/" + i).toList());
        other.die();
    }

    private ResumeReport resume() throws Exception {
        EngineFixture process = process();
        try {
            return process.engine.resume(process.connection, Progress.SILENT, new RunControl());
        } finally {
            process.die();
        }
    }

    private List<String> accepted() {
        return edgeOne.accepted().stream()
                .map(AcceptedJob::targets)
                .flatMap(List::stream)
                .filter(t -> !t.contains("other"))
                .toList();
    }

    @Test
    void whatFittedWhenItWasPlannedIsMeasuredAgain() throws Exception {
        String job = dieBeforeSending(12);
        assertThat(accepted()).isEmpty();
        othersUse(3);

        ResumeReport report = resume();

        assertThat(accepted()).hasSize(7).doesNotHaveDuplicates();
        assertThat(report.left())
                .containsExactly(new ResumeReport.Left(job, LeftReason.WAITS_FOR_QUOTA));
        assertThat(resume().resumed()).isEmpty();
        assertThat(accepted()).hasSize(7);
    }

    /** Granted on the disk, and dead before the first byte: the grant is worth nothing then. */
    @Test
    void aGrantOfADeadProcessIsMeasuredAgain() throws Exception {
        String job = dieBeforeSending(12);
        EngineFixture process = process();
        process.repositories.ownership().claim(job);
        process.repositories.quota().share(job, 3, 0, Instant.now().plusSeconds(60));
        process.die();
        othersUse(8);

        assertThat(resume().left()).hasSize(1);

        assertThat(accepted()).hasSize(2).doesNotHaveDuplicates();
    }

    /** Cut in two on the disk, and dead: no target is lost, none is in both. */
    @Test
    void aCutOfADeadProcessLosesNothing() throws Exception {
        String job = dieBeforeSending(10);
        EngineFixture process = process();
        process.repositories.ownership().claim(job);
        process.repositories.quota().share(job, 1, 3, Instant.now().plusSeconds(60));
        process.die();

        assertThat(resume().left()).isEmpty();

        assertThat(accepted())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 10).mapToObj(i -> PAGE + i).toList());
    }

    /** The reply was lost: the quota counts it, so nothing is sent beside it. */
    @Test
    void aLostReplyIsLookedUpAndNotSentAgain() throws Exception {
        EngineFixture process = process();
        process.faults("CreatePurgeTask:lose-reply@nth=1;DescribePurgeTasks:drop@first=50");
        process.submit(fitted(process, 12));
        process.die();
        process.faults("");

        ResumeReport report = resume();

        assertThat(accepted()).hasSize(10).doesNotHaveDuplicates();
        assertThat(report.left())
                .extracting(ResumeReport.Left::reason)
                .containsExactly(LeftReason.WAITS_FOR_QUOTA);
    }
}

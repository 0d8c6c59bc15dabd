package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.journal.JobRepository.NewJob;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifyOrder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Purges that a prefetch follows, and what becomes of it in a process that dies between them. */
final class FollowUpTest {
    private static final String PAGE = "https://www.example.com/a.txt";
    private static final String OTHER = "https://www.example.com/test/b.txt";

    @TempDir private Path home;
    private EmbeddedEdgeOne edgeOne;
    private EngineFixture console;

    @BeforeEach
    void start() throws IOException {
        edgeOne = EmbeddedEdgeOne.start(EmulatorOptions.defaults());
        console = new EngineFixture(home, edgeOne, Duration.ofMillis(400));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void whatWasPurgedIsPrefetchedByAJobOfItsOwn() throws Exception {
        RunResult sent = submit(null, PAGE, OTHER);
        assertThat(followUp(sent).isOpen()).isTrue();
        console.follow(sent);
        String next = next(sent);
        Job job = console.history.job(next).orElseThrow().job();
        assertThat(job.type()).isEqualTo(PurgeType.PREFETCH);
        assertThat(job.follows()).isEqualTo(id(sent));
        assertThat(job.parent()).isEqualTo(id(sent));
        assertThat(job.retryOf()).as("it is no retry").isNull();
        assertThat(console.history.job(next).orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(console.history.targets(next, List.of(), 0, 9))
                .extracting(TargetRow::target)
                .containsExactly(PAGE, OTHER);
        assertThat(console.history.retries(id(sent))).as("it is no retry").isEmpty();
        console.follow(sent);
        oneOfEach();
    }

    @Test
    void onlyWhatWasPurgedIsPrefetched() throws Exception {
        console.faults("CreatePurgeTask:reject=domain not valid@nth=1");
        RunResult sent = submit(null, PAGE, OTHER);
        console.follow(sent);
        assertThat(console.history.targets(next(sent), List.of(), 0, 9)).hasSize(1);
    }

    @Test
    void aPurgeThatFailedWhollyPrefetchesNothingAndSaysSo() throws Exception {
        console.faults("CreatePurgeTask:reject=domain not valid");
        RunResult sent = submit(null, PAGE);
        console.follow(sent);
        assertThat(followUp(sent)).isEqualTo(new FollowUp(null, Unmade.NOTHING_PURGED));
        assertThat(console.calls("CreatePrefetchTask")).isZero();
    }

    @Test
    void aCanceledPurgePrefetchesNothing() throws Exception {
        RunControl stopped = new RunControl();
        stopped.keep();
        RunResult kept = submit(stopped, null, PAGE);
        console.engine.cancel(id(kept));
        assertThat(followUp(kept)).isEqualTo(new FollowUp(null, Unmade.CANCELED));
    }

    /** Killed before anyone heard that EdgeOne was done. */
    @Test
    void killedAfterThePurgeWasSentFollowingItGoesOn() throws Exception {
        RunResult sent = submit(null, PAGE);
        again();
        assertThat(resume().resumed()).as("not done as far as anyone knows").isEmpty();
        console.follow(sent);
        assertThat(resume().resumed()).isEmpty();
        oneOfEach();
    }

    /** Killed between the end of the purge and the record of the prefetch. */
    @Test
    void killedOnceThePurgeWasDoneAResumePrefetches() throws Exception {
        RunResult sent = submit(null, PAGE);
        followUntilPurged(sent);
        assertThat(followUp(sent).isOpen()).isTrue();
        again();
        assertThat(resume().resumed()).containsExactly(next(sent));
        again();
        assertThat(resume().resumed()).isEmpty();
        oneOfEach();
    }

    /** Killed between the record of the prefetch and its request. */
    @Test
    void killedOnceThePrefetchWasRecordedAResumeSendsIt() throws Exception {
        RunResult sent = submit(null, PAGE);
        followUntilPurged(sent);
        NewJob next = new NewJob(prefetchOf(sent, "20260101-000000-aaaa"), pages(), null);
        assertThat(console.repositories.jobs().createNext(next, id(sent))).isTrue();
        NewJob second = new NewJob(prefetchOf(sent, "20260101-000000-bbbb"), pages(), null);
        assertThat(console.repositories.jobs().createNext(second, id(sent))).isFalse();
        assertThat(console.repositories.jobs().find(second.job().id())).isEmpty();
        assertThat(console.calls("CreatePrefetchTask")).isZero();
        again();
        assertThat(resume().resumed()).containsExactly(next.job().id());
        console.follow(sent);
        oneOfEach();
    }

    /**
     * The verdicts come last, after the prefetch; a process that dies before them changes that not.
     */
    @Test
    void thePurgeIsVerifiedAfterThePrefetch() throws Exception {
        List<String> edges = edgeOne.edgeNodes().stream().map(URI::toString).toList();
        RunResult sent = submit(new VerifyOrder(edges, null, 1, true), PAGE);
        followUntilPurged(sent);
        again();
        ResumeReport report = resume();
        assertThat(report.resumed()).containsExactly(next(sent));
        assertThat(report.verified()).as("the prefetch is not over").isEmpty();
        RunResult prefetch =
                console.engine.follow(
                        console.connection,
                        next(sent),
                        EngineFixture.PATIENCE,
                        Progress.SILENT,
                        new RunControl());
        assertThat(prefetch.summary().state()).isEqualTo(JobState.SUCCEEDED);
        Verification done = console.history.verification(id(sent)).orElseThrow();
        assertThat(done.afterAt()).isNotNull();
        assertThat(done.verdicts().values()).containsExactly(1);
        oneOfEach();
    }

    private void oneOfEach() {
        assertThat(console.calls("CreatePurgeTask")).isEqualTo(1);
        assertThat(console.calls("CreatePrefetchTask")).isEqualTo(1);
    }

    private Job prefetchOf(RunResult purge, String id) {
        Job job = purge.summary().job();
        return new Job(
                id,
                job.createdAt(),
                job.account(),
                job.accountId(),
                job.keyFingerprint(),
                job.endpoint(),
                job.zoneId(),
                job.zoneName(),
                PurgeType.PREFETCH,
                null,
                List.of(),
                job.id());
    }

    private static List<List<String>> pages() {
        return List.of(List.of(PAGE));
    }

    private RunResult submit(@Nullable VerifyOrder order, String... urls) throws Exception {
        return submit(new RunControl(), order, urls);
    }

    private RunResult submit(RunControl control, @Nullable VerifyOrder order, String... urls)
            throws Exception {
        ConfirmedPlan plan =
                new ConfirmedPlan(
                                console.plan(
                                        console.zone("example.com"),
                                        PurgeType.URL,
                                        null,
                                        String.join("\n", urls)),
                                Consent.NONE)
                        .withVerify(order)
                        .withThenPrefetch(true);
        return console.engine.submit(console.connection, plan, Progress.SILENT, control);
    }

    /** Stops at the moment at which the journal has the end of the purge. */
    private void followUntilPurged(RunResult sent) throws Exception {
        RunControl control = new RunControl();
        console.engine.follow(
                console.connection,
                id(sent),
                EngineFixture.PATIENCE,
                event -> {
                    if (event instanceof Progress.Event.Counted counted
                            && counted.targets().accepted() == 0) {
                        control.keep();
                    }
                },
                control);
        assertThat(console.history.job(id(sent)).orElseThrow().endedAt()).isNotNull();
    }

    private ResumeReport resume() throws Exception {
        return console.engine.resume(console.connection, Progress.SILENT, new RunControl());
    }

    /** The next process on the same home folder. */
    private void again() throws IOException {
        console.die();
        console = new EngineFixture(home, edgeOne, Duration.ofMillis(400));
    }

    private FollowUp followUp(RunResult result) {
        return console.history.followUp(id(result)).orElseThrow();
    }

    private String next(RunResult result) {
        String next = followUp(result).next();
        assertThat(next).isNotNull();
        return String.valueOf(next);
    }

    private static String id(RunResult result) {
        return result.summary().job().id();
    }
}

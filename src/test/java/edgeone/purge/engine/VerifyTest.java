package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.model.probe.Verdict.Reason;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifiedTarget;
import edgeone.purge.model.probe.VerifyOrder;
import edgeone.purge.model.prune.PruneChoice;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Question;
import edgeone.purge.probe.http.HttpAsker;
import edgeone.purge.teo.net.NetworkOptions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Purges that are verified, and what becomes of a verification that is cut short. */
final class VerifyTest {
    private static final String PAGE = "https://www.example.com/a.txt";
    private static final String OTHER = "https://www.example.com/test/b.txt";

    @TempDir private Path home;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private EmbeddedEdgeOne edgeOne;
    private EngineFixture console;

    @BeforeEach
    void start() throws IOException {
        edgeOne =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withClock(() -> Instant.now().plus(ahead.get())));
        console = new EngineFixture(home, edgeOne, Duration.ofMillis(400));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void everyTargetGetsAVerdictFromProbesBeforeAndAfter() throws Exception {
        RunResult sent = submit(order(null), PAGE, OTHER);
        assertThat(verification(sent).beforeAt()).isNotNull();
        assertThat(verification(sent).afterAt()).isNull();
        pass();
        RunResult done = console.follow(sent);
        assertThat(done.summary().state()).isEqualTo(JobState.SUCCEEDED);
        // Nobody had asked the edge before the first probes.
        assertThat(verification(done).verdicts()).isEqualTo(Map.of(Kind.WAS_NOT_CACHED, 2));
        Map<Integer, VerifiedTarget> targets = console.history.verified(id(done), 1, 2);
        assertThat(targets).containsOnlyKeys(1, 2);
        assertThat(targets.values())
                .allSatisfy(
                        target -> {
                            assertThat(target.before()).hasSize(2);
                            assertThat(target.after()).hasSize(2);
                            assertThat(target.after())
                                    .extracting(Probe::edge)
                                    .containsExactlyInAnyOrderElementsOf(edges());
                        });
        assertThat(targets.get(1).before()).extracting(Probe::target).containsOnly(PAGE);
    }

    @Test
    void probesStandInTheOrderInWhichTheEdgesWereGiven() throws Exception {
        List<String> edges = edges().stream().sorted(Comparator.reverseOrder()).toList();
        assertThat(edges).hasSizeGreaterThan(1);
        RunResult sent = submit(new VerifyOrder(edges, null, 1, true), PAGE);
        assertThat(console.history.verified(id(sent), 1, 1).get(1).before())
                .extracting(Probe::edge)
                .containsExactlyElementsOf(edges);
    }

    @Test
    void aNodeThatKeepsTheObjectIsFound() throws Exception {
        console.faults("Edge:sticky=1");
        Asker asker = new HttpAsker(NetworkOptions.defaults(), new Asker.Manner(false, true));
        edges().forEach(e -> asker.ask(new Question(PAGE, EdgeAddress.of(e).orElseThrow())));
        pass();
        RunResult sent = submit(order(null), PAGE);
        pass();
        RunResult done = console.follow(sent);
        assertThat(console.history.verified(id(done), 1, 1).get(1).verdict())
                .isEqualTo(Verdict.of(Kind.STALE, edges().get(1)));
    }

    /** Without the pause the probes come too early to prove anything. */
    @Test
    void whatIsFetchedInTheSameSecondsIsUnclear() throws Exception {
        RunResult done = console.follow(submit(order(null), PAGE));
        Verdict verdict = console.history.verified(id(done), 1, 1).get(1).verdict();
        assertThat(verdict).extracting(Verdict::reason).isEqualTo(Reason.TOO_CLOSE);
    }

    @Test
    void aSampleIsAskedForAndTheRestHasNoVerdict() throws Exception {
        String[] pages =
                IntStream.range(0, 20)
                        .mapToObj(n -> "https://www.example.com/" + n)
                        .toArray(String[]::new);
        RunResult sent = submit(order(3), pages);
        pass();
        RunResult done = console.follow(sent);
        assertThat(console.history.verified(id(done), 1, 20)).hasSize(3);
        assertThat(verification(done).verdicts().values()).containsExactly(3);
    }

    @Test
    void targetsThatWereNotPurgedAreNotJudged() throws Exception {
        console.faults("CreatePurgeTask:reject=domain not valid@nth=1");
        RunResult sent = submit(order(null), PAGE, OTHER);
        pass();
        RunResult done = console.follow(sent);
        assertThat(done.summary().targets().rejected()).isEqualTo(1);
        Map<Integer, VerifiedTarget> targets = console.history.verified(id(done), 1, 2);
        assertThat(targets.values().stream().map(VerifiedTarget::verdict).filter(Objects::nonNull))
                .hasSize(1);
    }

    /**
     * Stopped while the edge is asked before: nothing was sent; a resume asks the rest and sends.
     */
    @Test
    void stoppedBeforeThePurgeItGoesOnWithoutAskingAgain() throws Exception {
        RunControl control = new RunControl();
        AtomicInteger asked = counted(2, control);
        RunResult stopped = submit(control, order(null), PAGE, OTHER);
        assertThat(console.accepted()).isEmpty();
        assertThat(verification(stopped).beforeAt()).isNull();
        int before = asked.get();
        EngineFixture next = again();
        AtomicInteger more = counted(Integer.MAX_VALUE, new RunControl());
        ResumeReport report =
                next.engine.resume(next.connection, Progress.SILENT, new RunControl());
        assertThat(report.resumed()).containsExactly(id(stopped));
        assertThat(next.accepted()).hasSize(1);
        assertThat(verification(stopped).beforeAt()).isNotNull();
        assertThat(more.get()).isLessThanOrEqualTo(4).isGreaterThanOrEqualTo(4 - before);
        pass();
        next.follow(stopped);
        assertThat(verification(stopped).verdicts().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(2);
        assertThat(next.accepted()).hasSize(1);
    }

    /** Killed once EdgeOne had accepted it: never a second purge, and the verdicts come later. */
    @Test
    void killedAfterThePurgeItIsVerifiedLater() throws Exception {
        RunResult sent = submit(order(null), PAGE);
        EngineFixture next = again();
        pass();
        assertThat(
                        next.engine
                                .resume(next.connection, Progress.SILENT, new RunControl())
                                .verified())
                .as("nobody has heard that EdgeOne is done")
                .isEmpty();
        next.follow(sent);
        assertThat(verification(sent).verdicts()).hasSize(1);
        assertThat(next.accepted()).hasSize(1);
    }

    /** Killed between the end of the purge and the verdicts: a resume does what is left. */
    @Test
    void killedWhileItIsVerifiedAResumeFinishesIt() throws Exception {
        RunResult sent = submit(order(null), PAGE, OTHER);
        pass();
        RunControl control = new RunControl();
        counted(1, control);
        console.engine.follow(
                console.connection, id(sent), Duration.ofSeconds(20), Progress.SILENT, control);
        assertThat(verification(sent).afterAt()).isNull();
        EngineFixture next = again();
        ResumeReport report =
                next.engine.resume(next.connection, Progress.SILENT, new RunControl());
        assertThat(report.verified()).containsExactly(id(sent));
        assertThat(report.resumed()).isEmpty();
        assertThat(verification(sent).verdicts().values()).containsExactly(2);
        assertThat(next.accepted()).hasSize(1);
        assertThat(
                        next.engine
                                .resume(next.connection, Progress.SILENT, new RunControl())
                                .verified())
                .as("once")
                .isEmpty();
    }

    @Test
    void aPrunedJobTakesItsProbesAlong() throws Exception {
        RunResult sent = submit(order(null), PAGE);
        pass();
        console.follow(sent);
        console.repositories.pruning().prune(new PruneChoice.Keep(0), _ -> {}, () -> false);
        assertThat(console.history.verification(id(sent))).isEmpty();
        assertThat(console.history.verified(id(sent), 1, 1)).isEmpty();
    }

    private RunResult submit(VerifyOrder order, String... urls) throws Exception {
        return submit(new RunControl(), order, urls);
    }

    private RunResult submit(RunControl control, VerifyOrder order, String... urls)
            throws Exception {
        ConfirmedPlan plan =
                new ConfirmedPlan(
                                console.plan(
                                        console.zone("example.com"),
                                        PurgeType.URL,
                                        null,
                                        String.join("\n", urls)),
                                new Consent(false, null))
                        .withVerify(order);
        return console.engine.submit(console.connection, plan, Progress.SILENT, control);
    }

    /** Counts what is asked, and stops the run after so many. */
    private AtomicInteger counted(int most, RunControl control) {
        AtomicInteger asked = new AtomicInteger();
        console.asking =
                asker ->
                        question -> {
                            Probe probe = asker.ask(question);
                            if (asked.incrementAndGet() >= most) {
                                control.keep();
                            }
                            return probe;
                        };
        return asked;
    }

    /** The next process on the same home folder. */
    private EngineFixture again() throws IOException {
        console.die();
        console = new EngineFixture(home, edgeOne, Duration.ofMillis(400));
        return console;
    }

    /** Time enough for what is fetched to be younger than the purge. */
    private void pass() {
        ahead.updateAndGet(time -> time.plusSeconds(20));
    }

    private VerifyOrder order(@Nullable Integer sample) {
        return new VerifyOrder(edges(), sample, 1, true);
    }

    private List<String> edges() {
        return edgeOne.edgeNodes().stream().map(URI::toString).toList();
    }

    private Verification verification(RunResult result) {
        return console.history.verification(id(result)).orElseThrow();
    }

    private static String id(RunResult result) {
        return result.summary().job().id();
    }
}

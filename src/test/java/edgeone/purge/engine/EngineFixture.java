package edgeone.purge.engine;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.engine.calls.CallRecorder;
import edgeone.purge.engine.calls.Calls;
import edgeone.purge.engine.pace.PacedGate;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.engine.verify.Probing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.calls.CallRepository;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.Zone;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.ProbePace;
import edgeone.purge.probe.http.HttpAsker;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.error.SecretCover;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The real engine, journal and client of one process, against the embedded EdgeOne. */
public final class EngineFixture implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final EmbeddedEdgeOne edgeOne;
    final Journal journal;
    final Owners owners;
    final Repositories repositories;
    final PurgeEngine engine;
    final History history;
    final Calls calls;
    final CallRecorder recorder;
    final Connection connection;

    /** What a test does to each asker. */
    volatile UnaryOperator<Asker> asking = UnaryOperator.identity();

    EngineFixture(Path home, EmbeddedEdgeOne edgeOne, Duration settle) throws IOException {
        Clock clock = Clock.systemUTC();
        this.edgeOne = edgeOne;
        this.journal = Journal.open(home, clock);
        this.owners = Owners.register(home);
        this.repositories = Repositories.of(journal, owners, clock);
        Timing timing =
                new Timing(
                        settle,
                        Duration.ofMillis(200),
                        Duration.ofMillis(20),
                        Duration.ofSeconds(1),
                        3,
                        Duration.ofMillis(50),
                        Duration.ofMillis(200));
        this.engine =
                new PurgeEngine(
                        repositories,
                        timing,
                        clock,
                        Submitter.UNKNOWN,
                        new Probing(this::asker, new ProbePace(1_000, 8), Duration.ZERO));
        this.history = new History(repositories.history(), repositories.ownership());
        CallRepository kept = new CallRepository(journal);
        this.calls = new Calls(kept, repositories.history(), UnaryOperator.identity());
        this.recorder = new CallRecorder(kept, UnaryOperator.identity(), clock);
        recorder.start();
        this.connection = connect(home, "test", SafetyLevel.NORMAL);
    }

    private Asker asker(Asker.Manner manner) {
        return asking.apply(new HttpAsker(NetworkOptions.defaults(), manner));
    }

    static EngineFixture start(Path home) throws IOException {
        return start(home, EmulatorOptions.defaults());
    }

    static EngineFixture start(Path home, EmulatorOptions options) throws IOException {
        return new EngineFixture(home, EmbeddedEdgeOne.start(options), Duration.ofMillis(400));
    }

    Connection connect(Path home, String account, SafetyLevel safety) {
        return connect(home, account, safety, PacedGate.DOCUMENTED_LIMIT);
    }

    Connection connect(Path home, String account, SafetyLevel safety, int perSecond) {
        String fingerprint = Fingerprint.of(edgeOne.secretId());
        TeoEndpoint endpoint = TeoEndpoint.of(edgeOne.endpoint().toString());
        return new Connection(
                account,
                "id of " + account,
                fingerprint,
                endpoint.url(),
                safety,
                false,
                new HttpTeoClient(
                        endpoint,
                        () -> new Credentials(edgeOne.secretId(), edgeOne.secretKey(), null),
                        new PacedGate(home.resolve("rate"), fingerprint, perSecond),
                        Clock.systemUTC(),
                        NetworkOptions.defaults(),
                        () -> Language.ENGLISH,
                        null,
                        SecretCover.NONE,
                        recorder));
    }

    void faults(String spec) {
        edgeOne.useFaults(FaultPlan.parse(spec));
    }

    Zone zone(String name) throws TeoException, InterruptedException {
        return engine.zones(connection).stream()
                .filter(z -> z.zoneName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Plan plan(Zone zone, PurgeType type, @Nullable PurgeMethod method, @Nullable String text)
            throws TeoException, InterruptedException {
        return engine.plan(
                new PurgeDraft(zone, type, method, text, List.of(), false),
                engine.facts(connection, zone));
    }

    RunResult submit(Plan plan) throws RefusedSubmitException, InterruptedException {
        return engine.submit(
                connection, plan, new Consent(true, null), Progress.SILENT, new RunControl());
    }

    RunResult follow(RunResult result) throws RefusedSubmitException, InterruptedException {
        return engine.follow(
                connection,
                result.summary().job().id(),
                PATIENCE,
                Progress.SILENT,
                new RunControl());
    }

    RunResult purge(String zoneName, List<String> urls)
            throws TeoException, RefusedSubmitException, InterruptedException {
        return follow(submit(plan(zone(zoneName), PurgeType.URL, null, String.join("\n", urls))));
    }

    List<TargetRow> targets(RunResult result) {
        return history.targets(result.summary().job().id(), List.of(), 0, Integer.MAX_VALUE);
    }

    List<AcceptedJob> accepted() {
        return edgeOne.accepted();
    }

    /** Every call, the first one first; none is recorded afterwards. */
    List<Call> recorded() {
        recorder.close();
        return calls.list(CallFilter.ALL, 0, Integer.MAX_VALUE).reversed();
    }

    long calls(String action) {
        return edgeOne.calls().stream().map(ApiCall::action).filter(action::equals).count();
    }

    /** Ends like a killed process: nothing is released or closed. */
    void die() {
        connection.client().close();
        owners.close();
        journal.close();
    }

    @Override
    public void close() {
        recorder.close();
        die();
        edgeOne.close();
    }
}

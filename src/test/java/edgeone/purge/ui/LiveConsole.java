package edgeone.purge.ui;

import edgeone.purge.app.wiring.EmbeddedMock;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.Submitter;
import edgeone.purge.engine.TeamPorts;
import edgeone.purge.engine.byhand.HandCalls;
import edgeone.purge.engine.calls.CallRecorder;
import edgeone.purge.engine.calls.Calls;
import edgeone.purge.engine.pace.PacedGate;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.engine.verify.Probing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.calls.CallRepository;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.probe.ProbePace;
import edgeone.purge.probe.http.HttpAsker;
import edgeone.purge.recipes.RecipeBook;
import edgeone.purge.requests.RequestBook;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.Signer;
import edgeone.purge.teo.error.SecretCover;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.ui.explorer.ExplorerAccess;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.screen.WindowSettings;
import edgeone.purge.ui.shell.session.SignedIn;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Everything real behind a window: an embedded EdgeOne, a journal on disk, the engine. */
public final class LiveConsole implements AutoCloseable {
    public static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private final EmbeddedEdgeOne edgeOne;
    private final String endpoint;
    private final Journal journal;
    private final Owners owners;
    private final PacedGate gate;
    private final HttpTeoClient client;
    private final PurgeEngine engine;
    private final History history;
    private final Calls calls;
    private final CallRecorder recorder;
    private final Connection connection;
    private final RecipeBook recipes;
    private final RequestBook requests;
    private final EmbeddedMock mock = new EmbeddedMock(() -> Language.ENGLISH, CLOCK);
    private final AtomicLong countdown = new AtomicLong();
    private volatile boolean closed;

    public LiveConsole(Path home, EmulatorOptions options, SafetyLevel safety) throws IOException {
        this(home, options, safety, null);
    }

    /**
     * @param elsewhere the EdgeOne to use; null for the embedded one
     */
    LiveConsole(Path home, EmulatorOptions options, SafetyLevel safety, @Nullable String elsewhere)
            throws IOException {
        this(home, options, safety, elsewhere, TeamPorts.NONE);
    }

    LiveConsole(
            Path home,
            EmulatorOptions options,
            SafetyLevel safety,
            @Nullable String elsewhere,
            TeamPorts team)
            throws IOException {
        edgeOne = EmbeddedEdgeOne.start(options);
        recipes = new RecipeBook(home, CLOCK);
        requests =
                new RequestBook(home, text -> text.replace(DemoAccount.SECRET_KEY, "***"), CLOCK);
        endpoint = elsewhere == null ? edgeOne.endpoint().toString() : elsewhere;
        journal = Journal.open(home, CLOCK);
        owners = Owners.register(home);
        Repositories repositories = Repositories.of(journal, owners, CLOCK);
        engine =
                new PurgeEngine(
                        repositories,
                        Timing.standard(Duration.ofMillis(1_500)),
                        CLOCK,
                        Submitter.UNKNOWN,
                        new Probing(
                                manner -> new HttpAsker(NetworkOptions.defaults(), manner),
                                ProbePace.STANDARD,
                                Duration.ZERO),
                        team);
        history = new History(repositories.history(), repositories.ownership());
        CallRepository kept = new CallRepository(journal);
        calls = new Calls(kept, repositories.history(), UnaryOperator.identity());
        recorder = new CallRecorder(kept, UnaryOperator.identity(), CLOCK);
        recorder.start();
        Credentials key = new Credentials(DemoAccount.SECRET_ID, DemoAccount.SECRET_KEY, null);
        String fingerprint = Fingerprint.of(key.secretId());
        gate = new PacedGate(home.resolve("rate"), fingerprint, PacedGate.DOCUMENTED_LIMIT);
        client =
                new HttpTeoClient(
                        TeoEndpoint.of(endpoint),
                        () -> key,
                        gate,
                        CLOCK,
                        NetworkOptions.defaults(),
                        () -> Language.ENGLISH,
                        null,
                        SecretCover.NONE,
                        recorder);
        connection =
                new Connection(
                        "demo",
                        "demo",
                        fingerprint,
                        null,
                        "demo",
                        () -> safety,
                        true,
                        edgeOne.edgeNodes().stream().map(URI::toString).toList(),
                        client);
    }

    public static LiveConsole of(Path home) throws IOException {
        return new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
    }

    /** Parts of a window that works on virtual threads and answers on the JavaFX thread. */
    public ConsoleParts parts(WindowSettings settings) {
        return new ConsoleParts(
                        engine,
                        history,
                        () -> new SignedIn(connection, "", "#8250df"),
                        tasks(),
                        CLOCK,
                        settings,
                        kept -> {},
                        recipes)
                .withGuard(new GuardSettings(() -> 10, countdown::get));
    }

    /** Like those of the program, but what is answered after the end opens no dialog. */
    private Tasks tasks() {
        Tasks program = Tasks.ofProgram();
        return new Tasks(
                work -> Thread.ofVirtual().name("work").start(work),
                answer ->
                        program.onUi(
                                () -> {
                                    if (!closed) {
                                        answer.run();
                                    }
                                }));
    }

    /** Lets time pass for the countdown before a purge, which is 10 s long. */
    public void pass(Duration time) {
        countdown.addAndGet(time.toNanos());
    }

    /** The calls of this window's client. */
    public Calls calls() {
        return calls;
    }

    /** Makes calls by hand, and signs with this window's key. */
    public ExplorerAccess explorer() {
        Credentials key = new Credentials(DemoAccount.SECRET_ID, DemoAccount.SECRET_KEY, null);
        return new ExplorerAccess(
                new HandCalls(engine, UnaryOperator.identity(), mock),
                _ -> new Signer(TeoEndpoint.of(endpoint), key),
                requests);
    }

    public EmbeddedEdgeOne edgeOne() {
        return edgeOne;
    }

    String endpoint() {
        return endpoint;
    }

    public PurgeEngine engine() {
        return engine;
    }

    public Journal journal() {
        return journal;
    }

    public RecipeBook recipes() {
        return recipes;
    }

    public History history() {
        return history;
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        closed = true;
        mock.close();
        client.close();
        gate.close();
        recorder.close();
        journal.close();
        owners.close();
        edgeOne.close();
    }
}

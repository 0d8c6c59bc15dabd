package edgeone.purge.harness;

import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.pace.PacedGate;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The program's own engine, journal and client in this process, for trials that need no separate
 * one.
 */
final class EngineOnStage implements AutoCloseable {
    private static final Zone ZONE =
            new Zone(Stage.ZONE, "example.com", "", "global", "active", false);

    private final Stage stage;
    private final Journal journal;
    private final Owners owners;
    private final PacedGate gate;
    private final HttpTeoClient client;
    private final Connection connection;
    private final PurgeEngine engine;

    EngineOnStage(Stage stage) throws IOException {
        this.stage = stage;
        Clock clock = Clock.systemUTC();
        journal = Journal.open(stage.home(), clock);
        owners = Owners.register(stage.home());
        Repositories repositories = Repositories.of(journal, owners, clock);
        engine = new PurgeEngine(repositories, Timing.standard(Settings.settle()), clock);
        String fingerprint = Fingerprint.of(DemoAccount.SECRET_ID);
        Credentials credentials =
                new Credentials(DemoAccount.SECRET_ID, DemoAccount.SECRET_KEY, null);
        gate = new PacedGate(stage.home().resolve("rate"), fingerprint, PacedGate.DOCUMENTED_LIMIT);
        client =
                new HttpTeoClient(
                        TeoEndpoint.of(stage.endpoint()),
                        () -> credentials,
                        gate,
                        clock,
                        NetworkOptions.defaults(),
                        () -> Language.ENGLISH,
                        null);
        connection =
                new Connection(
                        "environment",
                        "environment",
                        fingerprint,
                        stage.endpoint(),
                        SafetyLevel.NORMAL,
                        false,
                        client);
    }

    /** Plans and submits the stage's targets. */
    RunResult submit() throws TeoException, RefusedSubmitException, InterruptedException {
        PurgeDraft draft =
                new PurgeDraft(
                        ZONE,
                        PurgeType.URL,
                        null,
                        String.join("\n", stage.targets()),
                        List.of(),
                        false);
        Plan plan = engine.plan(draft, engine.facts(connection, ZONE));
        return engine.submit(connection, plan, Consent.NONE, Progress.SILENT, new RunControl());
    }

    ResumeReport resume() throws InterruptedException {
        return engine.resume(connection, Progress.SILENT, new RunControl());
    }

    RunResult follow(String job) throws RefusedSubmitException, InterruptedException {
        return engine.follow(
                connection, job, Duration.ofSeconds(60), Progress.SILENT, new RunControl());
    }

    @Override
    public void close() {
        client.close();
        gate.close();
        journal.close();
        owners.close();
    }
}

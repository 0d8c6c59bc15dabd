package edgeone.purge.benchmark;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.pace.PacedGate;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Engine, journal and client as the program wires them, on a fresh home and a fresh EdgeOne. */
final class Workbench implements AutoCloseable {
    static final int TARGETS_A_BATCH = 100;
    static final String PAGE = "https://www.example.com/pages/";

    final EmbeddedEdgeOne edgeOne;
    final PurgeEngine engine;
    final Connection connection;
    private final Path home;
    private final Journal journal;
    private final Owners owners;
    private final PacedGate gate;

    Workbench(Duration latency) throws IOException {
        Clock clock = Clock.systemUTC();
        edgeOne =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withLatency(latency)
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(
                                                                "zone-benchmark",
                                                                "example.com",
                                                                "www.example.com")
                                                        .withQuota(
                                                                "purge_url",
                                                                TARGETS_A_BATCH,
                                                                1_000_000)
                                                        .withQuota(
                                                                ZoneSetup.PREFETCH,
                                                                TARGETS_A_BATCH,
                                                                1_000_000))));
        home = Files.createTempDirectory("benchmark");
        journal = Journal.open(home, clock);
        owners = Owners.register(home);
        engine =
                new PurgeEngine(
                        Repositories.of(journal, owners, clock),
                        Timing.standard(Duration.ofSeconds(10)),
                        clock);
        String fingerprint = Fingerprint.of(edgeOne.secretId());
        gate = new PacedGate(home.resolve("rate"), fingerprint, PacedGate.DOCUMENTED_LIMIT);
        TeoEndpoint endpoint = TeoEndpoint.of(edgeOne.endpoint().toString());
        Credentials key = new Credentials(edgeOne.secretId(), edgeOne.secretKey(), null);
        connection =
                new Connection(
                        "benchmark",
                        "benchmark",
                        fingerprint,
                        endpoint.url(),
                        SafetyLevel.NORMAL,
                        false,
                        new HttpTeoClient(
                                endpoint,
                                () -> key,
                                gate,
                                clock,
                                NetworkOptions.defaults(),
                                () -> Language.ENGLISH,
                                null));
    }

    @Override
    public void close() throws IOException {
        connection.client().close();
        gate.close();
        journal.close();
        owners.close();
        edgeOne.close();
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

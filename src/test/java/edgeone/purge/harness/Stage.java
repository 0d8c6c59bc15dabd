package edgeone.purge.harness;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.faults.FaultPlan;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One trial's world: an EdgeOne of its own, the wire to it, a home folder, and targets. */
final class Stage implements AutoCloseable {
    static final String ZONE = "zone-faults";
    static final Duration VISIBLE_AFTER = Duration.ofMillis(200);

    private final Path folder;
    private final EmbeddedEdgeOne edgeOne;
    private final Wire wire;
    private final Duration clockOffset;
    private final List<String> targets = new ArrayList<>();

    private Stage(Path folder, EmbeddedEdgeOne edgeOne, Wire wire, Duration clockOffset) {
        this.folder = folder;
        this.edgeOne = edgeOne;
        this.wire = wire;
        this.clockOffset = clockOffset;
    }

    /**
     * @param perBatch the zone's batch quota, so that a list is cut into many requests
     */
    static Stage set(
            long seed,
            int batches,
            int perBatch,
            Duration latency,
            Duration processing,
            String faults)
            throws IOException {
        Path folder = Files.createTempDirectory("edgeone-faults");
        FaultPlan plan = FaultPlan.parse(faults);
        EmbeddedEdgeOne edgeOne =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withSeed(seed)
                                .withLatency(latency)
                                .withProcessing(processing)
                                .withVisibilityLag(VISIBLE_AFTER)
                                .withFaults(plan)
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(ZONE, "example.com", "www.example.com")
                                                        .withQuota("purge_url", perBatch, 1_000_000)
                                                        .withQuota(
                                                                "prefetch_url",
                                                                perBatch,
                                                                1_000_000))));
        Stage stage = new Stage(folder, edgeOne, Wire.to(edgeOne.endpoint()), plan.clockOffset());
        for (int i = 0; i < batches * perBatch; i++) {
            stage.targets.add("https://www.example.com/" + Long.toHexString(seed) + "/" + i);
        }
        Files.createDirectory(stage.home());
        Files.write(stage.targetsFile(), stage.targets);
        return stage;
    }

    Path home() {
        return folder.resolve("home");
    }

    Path targetsFile() {
        return folder.resolve("targets.txt");
    }

    Path output(String name) {
        return folder.resolve(name);
    }

    List<String> targets() {
        return targets;
    }

    EmbeddedEdgeOne edgeOne() {
        return edgeOne;
    }

    Wire wire() {
        return wire;
    }

    /** The endpoint given to the program. */
    String endpoint() {
        return wire.endpoint();
    }

    Set<Audit.Finding> auditMidway() throws IOException {
        return auditMidway(JournalCopy.of(home()));
    }

    Set<Audit.Finding> auditMidway(JournalCopy journal) {
        return Audit.midway(journal, edgeOne.accepted(), clockOffset);
    }

    Set<Audit.Finding> auditAtEnd() throws IOException {
        return Audit.atEnd(JournalCopy.of(home()), edgeOne.accepted(), clockOffset);
    }

    /** Puts a file at the origin, so that a target can be prefetched. */
    void serve(String target) throws IOException {
        URI url = URI.create(target);
        URI origin = edgeOne.origin();
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            String request =
                    "PUT %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 3\r\nConnection: close\r\n\r\nnew"
                            .formatted(url.getPath(), url.getHost());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String reply =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!reply.startsWith("HTTP/1.1 200")) {
                throw new IOException(reply);
            }
        }
    }

    /** Copies everything to a folder for inspection. */
    void keep(Path where) throws IOException {
        Files.createDirectories(where.getParent());
        delete(where);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Path copy = where.resolve(folder.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
        edgeOne.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

package edgeone.purge.emulator;

import edgeone.purge.emulator.api.Gateway;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.emulator.api.call.ApiOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.api.state.Zones;
import edgeone.purge.emulator.edge.EdgeNodes;
import edgeone.purge.emulator.edge.OriginPull;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.http.LoopbackServer;
import edgeone.purge.emulator.origin.OriginSite;
import edgeone.purge.emulator.tls.TlsEnd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An EdgeOne in this process, on loopback: the cloud API, a small edge that purges act on, and a
 * sample origin behind it. Runs on its own threads from {@link #start} to {@link #close}.
 * Thread-safe.
 */
public final class EmbeddedEdgeOne implements AutoCloseable {
    private final EmulatorOptions options;
    private final JobLedger ledger;
    private final Gateway gateway;
    private final LoopbackServer api;
    private final LoopbackServer edge;
    private final LoopbackServer origin;
    private final EdgeNodes nodes;
    private final List<LoopbackServer> nodeServers = new ArrayList<>();
    private final OriginSite site;

    /**
     * A zone as reported to clients.
     *
     * @param hosts those without a wildcard first
     */
    public record ZoneInfo(String id, String name, List<String> hosts) {}

    private EmbeddedEdgeOne(EmulatorOptions options, JobLedger ledger) throws IOException {
        this.options = options;
        this.ledger = ledger;
        var apiOptions =
                new ApiOptions(
                        options.keys(),
                        options.latency(),
                        options.processing(),
                        options.visibilityLag(),
                        options.anyScopeService(),
                        options.cacheTagMayBeMissing(),
                        options.rateOfAccount());
        var zones = new Zones(options.zones());
        InstantSource clock = options.clock();
        this.site = new OriginSite(clock, options.faults(), options.seed());
        this.origin = LoopbackServer.start(0, clock, site);
        var shelf = new PrefetchShelf(new OriginPull(origin.uri(), clock));
        this.gateway =
                new Gateway(
                        apiOptions, zones, ledger, shelf, clock, options.faults(), options.seed());
        TlsEnd tls = options.tls();
        try {
            this.api =
                    LoopbackServer.start(
                            options.port(),
                            tls == null ? null : tls.context(),
                            gateway::now,
                            gateway);
        } catch (IOException e) {
            origin.close();
            throw e;
        }
        var feed = new PurgeFeed(zones, ledger, shelf, gateway::now);
        this.nodes =
                new EdgeNodes(origin.uri(), feed::due, clock, options.faults(), options.seed());
        this.edge = LoopbackServer.start(0, clock, nodes);
        for (int node = 0; node < EdgeNodes.COUNT; node++) {
            nodeServers.add(LoopbackServer.start(0, clock, nodes.node(node)));
        }
    }

    /**
     * Starts an emulator.
     *
     * @throws UncheckedIOException if the port is in use or the folder cannot be written
     */
    public static EmbeddedEdgeOne start(EmulatorOptions options) {
        try {
            JobLedger ledger = JobLedger.open(options.folder(), options.acceptedLog());
            try {
                return new EmbeddedEdgeOne(options, ledger);
            } catch (IOException e) {
                ledger.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the embedded EdgeOne", e);
        }
    }

    /** Where the API listens: {@code http://127.0.0.1:PORT}, or {@code https:} with TLS. */
    public URI endpoint() {
        return api.uri();
    }

    /** The certificate that clients of the API trust; empty without TLS. */
    public Optional<Path> caFile() {
        return Optional.ofNullable(options.tls()).map(TlsEnd::caFile);
    }

    /** Where the edge listens; the site goes into {@code Host}. */
    public URI edge() {
        return edge.uri();
    }

    /** Where each node of the edge listens. */
    public List<URI> edgeNodes() {
        return nodeServers.stream().map(LoopbackServer::uri).toList();
    }

    /**
     * When the copy that a node would serve now was fetched or revalidated; empty without one.
     *
     * @param node its place in {@link #edgeNodes()}
     * @param path with the query, as requested
     */
    public Optional<Instant> checkedAt(int node, String host, String path) {
        return nodes.checkedAt(node, host, path);
    }

    /** Where the sample origin listens; the site goes into {@code Host}. */
    public URI origin() {
        return origin.uri();
    }

    public String secretId() {
        return options.keys().getFirst().secretId();
    }

    public String secretKey() {
        return options.keys().getFirst().secretKey();
    }

    public List<ZoneInfo> zones() {
        return options.zones().stream().map(EmbeddedEdgeOne::info).toList();
    }

    /** Replaces the fault plan and restarts its counts. */
    public void useFaults(FaultPlan plan) {
        gateway.play(plan);
        nodes.play(plan);
        site.play(plan);
    }

    /**
     * Everything accepted so far, oldest first, including those of other emulators on the same
     * folder.
     */
    public List<AcceptedJob> accepted() {
        return ledger.jobs();
    }

    /** The last calls the API answered, oldest first; without those that faults swallowed. */
    public List<ApiCall> calls() {
        return gateway.calls();
    }

    @Override
    public void close() {
        api.close();
        edge.close();
        nodeServers.forEach(LoopbackServer::close);
        origin.close();
        try {
            ledger.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZoneInfo info(ZoneSetup zone) {
        List<String> hosts =
                zone.hosts().stream().sorted(Comparator.comparing(h -> h.startsWith("*"))).toList();
        return new ZoneInfo(zone.zoneId(), zone.name(), hosts);
    }
}

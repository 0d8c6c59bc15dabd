package edgeone.purge.app.wiring;

import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.pace.TeamPace;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.watch.CallReport;
import edgeone.purge.teo.watch.CallWatcher;

import org.jspecify.annotations.Nullable;

import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/** Has connections share the pace of the team, while there is one. Thread-safe. */
final class TeamGates implements AutoCloseable {
    private final Supplier<Settings> settings;
    private final Supplier<Optional<TeamDatabase>> team;
    private final Deque<TeamPace> paces = new ConcurrentLinkedDeque<>();

    /**
     * @param team the team's database as it is set now
     */
    TeamGates(Supplier<Settings> settings, Supplier<Optional<TeamDatabase>> team) {
        this.settings = settings;
        this.team = team;
    }

    /**
     * How a connection is paced.
     *
     * @param zones hears of its calls too
     */
    record Shared(RequestGate gate, CallWatcher zones) {
        /** Tells both. */
        CallWatcher watcher(CallWatcher first) {
            return report -> {
                first.ended(report);
                zones.ended(report);
            };
        }
    }

    /** The gate of a key; the embedded EdgeOne is this machine's own. */
    Shared share(RequestGate machine, TeoEndpoint endpoint, String secretId) {
        if (secretId.equals(DemoAccount.SECRET_ID)) {
            return new Shared(machine, CallWatcher.NONE);
        }
        Following gate = new Following(machine, endpoint.url(), Fingerprint.of(secretId));
        // Connects now where there is a team, so that the first request need not wait for it.
        gate.now();
        return new Shared(gate, gate);
    }

    /** The gate of one key with the team that is set at each request. */
    private final class Following implements RequestGate, CallWatcher {
        private final RequestGate machine;
        private final String endpoint;
        private final String fingerprint;
        private @Nullable TeamSetting of;
        private Shared current;

        Following(RequestGate machine, String endpoint, String fingerprint) {
            this.machine = machine;
            this.endpoint = endpoint;
            this.fingerprint = fingerprint;
            current = new Shared(machine, CallWatcher.NONE);
        }

        synchronized Shared now() {
            TeamSetting set = settings.get().team();
            if (set == null ? of != null : !set.isSameDatabase(of)) {
                of = set;
                current =
                        team.get()
                                .map(this::with)
                                .orElseGet(() -> new Shared(machine, CallWatcher.NONE));
            }
            return current;
        }

        /** The pace before is left open: a request may be waiting for it. */
        private Shared with(TeamDatabase database) {
            TeamPace pace = new TeamPace(database);
            paces.push(pace);
            return new Shared(
                    pace.over(machine, endpoint, fingerprint), pace.watch(endpoint, fingerprint));
        }

        @Override
        public void await(String action) throws InterruptedException {
            now().gate().await(action);
        }

        @Override
        public Runnable open(String action) throws InterruptedException {
            return now().gate().open(action);
        }

        @Override
        public void throttled(String action, String serverMessage) {
            now().gate().throttled(action, serverMessage);
        }

        @Override
        public void ended(CallReport report) {
            now().zones().ended(report);
        }
    }

    @Override
    public void close() {
        while (!paces.isEmpty()) {
            paces.pop().close();
        }
    }
}

package edgeone.purge.app.wiring;

import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.pace.TeamPace;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.watch.CallWatcher;

import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/** Has connections share the pace of the team, where there is one. Thread-safe. */
final class TeamGates implements AutoCloseable {
    private final Supplier<Optional<TeamDatabase>> team;
    private final Deque<TeamPace> paces = new ConcurrentLinkedDeque<>();

    /**
     * @param team the team's database as it is set now
     */
    TeamGates(Supplier<Optional<TeamDatabase>> team) {
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
        TeamDatabase database = team.get().orElse(null);
        if (database == null || secretId.equals(DemoAccount.SECRET_ID)) {
            return new Shared(machine, CallWatcher.NONE);
        }
        TeamPace pace = new TeamPace(database);
        paces.push(pace);
        String fingerprint = Fingerprint.of(secretId);
        return new Shared(
                pace.over(machine, endpoint.url(), fingerprint),
                pace.watch(endpoint.url(), fingerprint));
    }

    @Override
    public void close() {
        while (!paces.isEmpty()) {
            paces.pop().close();
        }
    }
}

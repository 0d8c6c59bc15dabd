package edgeone.purge.team.pace;

import edgeone.purge.engine.pace.PacedGate;
import edgeone.purge.teo.RequestGate;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/** Waits for the team's slot and then for the machine's. Thread-safe. */
final class TeamGate implements RequestGate {
    private final TeamPace team;
    private final RequestGate machine;
    private final PaceTable.Key key;
    private final Map<String, TeamLane> lanes = new ConcurrentHashMap<>();

    TeamGate(TeamPace team, RequestGate machine, PaceTable.Key key) {
        this.team = team;
        this.machine = machine;
        this.key = key;
    }

    @Override
    public void await(String action) throws InterruptedException {
        TeamLane lane = lane(action);
        Lease.Slot slot = lane.await();
        machine.await(action);
        lane.left(slot);
    }

    @Override
    public Runnable open(String action) throws InterruptedException {
        TeamLane lane = lane(action);
        Lease.Slot slot = lane.await();
        Runnable left = machine.open(action);
        return () -> {
            left.run();
            lane.left(slot);
        };
    }

    @Override
    public void throttled(String action, String serverMessage) {
        machine.throttled(action, serverMessage);
        OptionalInt named = PacedGate.namedLimit(serverMessage);
        if (!team.rests()) {
            Future<Void> _ =
                    team.ask(
                            () -> {
                                team.table().slow(key, action, named);
                                return null;
                            });
        }
    }

    private TeamLane lane(String action) {
        return lanes.computeIfAbsent(action, name -> new TeamLane(team, key, name));
    }
}

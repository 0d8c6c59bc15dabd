package edgeone.purge.cli.purge;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.recent.Lately;
import edgeone.purge.engine.recent.RecentPurges;
import edgeone.purge.engine.recent.TeamJob;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.reply.PurgeTask;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Asks EdgeOne and the team what was purged lately while the plan is made. What is not there in
 * time, or is refused, is done without: it only warns.
 */
final class RecentLookup {
    /** How long a dry run waits for both. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a purge waits for the team; it does not wait for EdgeOne. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final RecentPurges purges;
    private final Connection connection;
    private final boolean patient;
    private final Map<String, FutureTask<List<PurgeTask>>> listed = new HashMap<>();
    private final FutureTask<Map<String, List<TeamJob>>> team;

    private RecentLookup(
            RecentPurges purges, Connection connection, Set<String> zoneIds, boolean patient) {
        this.purges = purges;
        this.connection = connection;
        this.patient = patient;
        this.team = new FutureTask<>(() -> purges.inTeam(zoneIds));
    }

    /**
     * Begins to ask about one zone.
     *
     * @param patient for a dry run
     */
    static RecentLookup in(
            Zone zone,
            RecentPurges purges,
            Connection connection,
            PurgeType type,
            boolean patient) {
        RecentLookup lookup = new RecentLookup(purges, connection, Set.of(zone.zoneId()), patient);
        lookup.ask();
        lookup.list(zone.zoneId(), type);
        return lookup;
    }

    /** Begins to ask about the zones of plans; about each of them EdgeOne only for a dry run. */
    static RecentLookup of(
            List<Plan> plans, RecentPurges purges, Connection connection, boolean patient) {
        Set<String> zoneIds =
                plans.stream().map(plan -> plan.zone().zoneId()).collect(Collectors.toSet());
        RecentLookup lookup = new RecentLookup(purges, connection, zoneIds, patient);
        lookup.ask();
        if (patient) {
            plans.forEach(plan -> lookup.list(plan.zone().zoneId(), plan.type()));
        }
        return lookup;
    }

    private void ask() {
        Thread.ofVirtual().name("purges of the team").start(team);
    }

    private void list(String zoneId, PurgeType type) {
        FutureTask<List<PurgeTask>> list =
                new FutureTask<>(() -> purges.atEdgeOne(connection, zoneId, type));
        listed.put(zoneId, list);
        Thread.ofVirtual().name("recent purges").start(list);
    }

    /** What is known of each plan, in their order, as soon as the patience ends. */
    List<Lately> find(List<Plan> plans) throws InterruptedException {
        long start = System.nanoTime();
        Map<String, List<TeamJob>> told = told(patient ? PATIENCE : MOMENT);
        List<Lately> found = new ArrayList<>();
        for (Plan plan : plans) {
            Duration left =
                    patient ? PATIENCE.minusNanos(System.nanoTime() - start) : Duration.ZERO;
            String zoneId = plan.zone().zoneId();
            found.add(
                    new Lately(
                            purges.of(connection, plan, listed(zoneId, left)),
                            RecentPurges.of(plan, told.getOrDefault(zoneId, List.of()))));
        }
        return found;
    }

    private Map<String, List<TeamJob>> told(Duration patience) throws InterruptedException {
        try {
            return team.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Map.of();
        }
    }

    private List<PurgeTask> listed(String zoneId, Duration left) throws InterruptedException {
        FutureTask<List<PurgeTask>> list = listed.get(zoneId);
        if (list == null) {
            return List.of();
        }
        try {
            return list.get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return List.of();
        } finally {
            list.cancel(true);
        }
    }
}

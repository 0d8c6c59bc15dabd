package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.recent.RecentPurge;
import edgeone.purge.engine.recent.RecentPurges;
import edgeone.purge.engine.recent.TeamJob;
import edgeone.purge.engine.recent.TeamPurge;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.reply.PurgeTask;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks EdgeOne what was purged lately while the plan is made. A list that is not there in time, or
 * that EdgeOne refuses, is done without: it only warns.
 */
final class RecentLookup {
    /** How long a dry run waits for EdgeOne's list of purges; a purge does not wait for it. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a purge waits for the team, which is asked while the plan is made. */
    static final Duration MOMENT = Duration.ofMillis(200);

    private final RecentPurges purges;
    private final Connection connection;
    private final FutureTask<List<PurgeTask>> listed;
    private final FutureTask<List<TeamJob>> team;

    private RecentLookup(RecentPurges purges, Connection connection, Zone zone, PurgeType type) {
        this.purges = purges;
        this.connection = connection;
        this.listed = new FutureTask<>(() -> purges.atEdgeOne(connection, zone.zoneId(), type));
        this.team = new FutureTask<>(() -> purges.inTeam(zone.zoneId()));
    }

    static RecentLookup start(
            RecentPurges purges, Connection connection, Zone zone, PurgeType type) {
        RecentLookup lookup = new RecentLookup(purges, connection, zone, type);
        Thread.ofVirtual().name("recent purges").start(lookup.listed);
        Thread.ofVirtual().name("purges of the team").start(lookup.team);
        return lookup;
    }

    /** What of plans in several zones was purged lately, in their order. */
    static List<Optional<RecentPurge>> inZones(
            RecentPurges purges, Connection connection, List<Plan> plans)
            throws InterruptedException {
        List<RecentLookup> lookups =
                plans.stream().map(p -> start(purges, connection, p.zone(), p.type())).toList();
        long start = System.nanoTime();
        List<Optional<RecentPurge>> found = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Duration left = PATIENCE.minusNanos(System.nanoTime() - start);
            found.add(lookups.get(i).find(plans.get(i), left.isNegative() ? Duration.ZERO : left));
        }
        return found;
    }

    /** The same as far as this journal knows, without asking EdgeOne. */
    static List<Optional<RecentPurge>> inJournal(
            RecentPurges purges, Connection connection, List<Plan> plans) {
        return plans.stream().map(plan -> purges.of(connection, plan, List.of())).toList();
    }

    /**
     * What of the plan was purged lately.
     *
     * @param patience how much longer EdgeOne's list is waited for
     */
    Optional<RecentPurge> find(Plan plan, Duration patience) throws InterruptedException {
        return purges.of(connection, plan, listed(patience));
    }

    /**
     * What a colleague purges in the zone now, or purged lately.
     *
     * @param patience how much longer the team's database is waited for
     */
    Optional<TeamPurge> inTeam(Plan plan, Duration patience) throws InterruptedException {
        try {
            return RecentPurges.of(plan, team.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        }
    }

    /** Tells it on standard error. */
    static void tell(TeamPurge purge, Output output) {
        output.note(purge.messageKey(), purge.arguments());
    }

    /** As a member of a plan's JSON. */
    static Map<String, Object> json(TeamPurge purge) {
        TeamJob job = purge.job();
        return new Output.Fields()
                .put("person", job.who())
                .put("machine", job.host())
                .put("running", job.running())
                .put("done", job.done())
                .put("targets", job.targets())
                .put("same", purge.same())
                .put("secondsAgo", job.ago().toSeconds())
                .map();
    }

    /** Tells it on standard error. */
    static void tell(RecentPurge recent, Output output) {
        output.note(recent.messageKey(), recent.targets(), recent.minutesAgo());
    }

    /** As a member of a plan's JSON. */
    static Map<String, Object> json(RecentPurge recent) {
        return Map.of(
                "targets",
                recent.targets(),
                "running",
                recent.running(),
                "secondsAgo",
                recent.ago().toSeconds());
    }

    private List<PurgeTask> listed(Duration patience) throws InterruptedException {
        try {
            return listed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return List.of();
        } finally {
            listed.cancel(true);
        }
    }
}

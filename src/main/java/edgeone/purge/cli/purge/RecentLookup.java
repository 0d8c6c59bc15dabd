package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.recent.RecentPurge;
import edgeone.purge.engine.recent.RecentPurges;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.reply.PurgeTask;

import java.time.Duration;
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
    private final RecentPurges purges;
    private final Connection connection;
    private final FutureTask<List<PurgeTask>> listed;

    private RecentLookup(RecentPurges purges, Connection connection, Zone zone, PurgeType type) {
        this.purges = purges;
        this.connection = connection;
        this.listed = new FutureTask<>(() -> purges.atEdgeOne(connection, zone.zoneId(), type));
    }

    static RecentLookup start(
            RecentPurges purges, Connection connection, Zone zone, PurgeType type) {
        RecentLookup lookup = new RecentLookup(purges, connection, zone, type);
        Thread.ofVirtual().name("recent purges").start(lookup.listed);
        return lookup;
    }

    /**
     * What of the plan was purged lately; also told on standard error.
     *
     * @param patience how much longer EdgeOne's list is waited for
     */
    Optional<RecentPurge> tell(Plan plan, Duration patience, Output output)
            throws InterruptedException {
        Optional<RecentPurge> recent = purges.of(connection, plan, listed(patience));
        recent.ifPresent(
                r ->
                        output.note(
                                r.running() > 0 ? "engine.recent.running" : "engine.recent.done",
                                r.targets(),
                                r.minutesAgo()));
        return recent;
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

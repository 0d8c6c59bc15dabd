package edgeone.purge.engine.zones;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.zones.ZoneSplit.Share;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.TeoException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Plans a purge over several zones. Thread-safe. */
public final class SplitPlanner {
    /** As many zones are all read: that takes five seconds at most. */
    static final int FEW = 100;

    private final PurgeEngine engine;
    private final ZoneReading reading;

    public SplitPlanner(PurgeEngine engine) {
        this.engine = engine;
        reading = new ZoneReading(engine);
    }

    /** Sorts and plans. Pure: nothing is read, written or sent. */
    public SplitPlan plan(SplitDraft draft, List<ZoneFacts> zones) {
        ZoneSplit split = ZoneSorter.sort(draft.lines(), zones);
        List<Plan> plans = new ArrayList<>();
        for (Share share : split.shares()) {
            Zone zone = share.facts().zone();
            plans.add(engine.plan(draft.of(zone, share.lines()), share.facts()));
        }
        return new SplitPlan(
                plans, split.problems(), split.refused(), split.divided(), draft.skipProblems());
    }

    /**
     * Reads hosts and quota of every zone that may have a host of the draft. Parts that EdgeOne
     * refuses to return are named in the result; a rejected key or an unreachable endpoint is an
     * error.
     *
     * @param all the account's zones
     */
    public List<ZoneFacts> read(Connection connection, SplitDraft draft, List<Zone> all)
            throws TeoException, InterruptedException {
        return reading.facts(connection, candidates(draft, all));
    }

    /**
     * The zones whose hosts and quota {@link #read} reads.
     *
     * @param all the account's zones
     */
    public List<Zone> candidates(SplitDraft draft, List<Zone> all) {
        return candidates(all, ZoneSorter.hosts(draft.lines()));
    }

    /**
     * The zones that may have one of the hosts. A zone with a name serves hosts below that name;
     * still, where there are few zones, all are read.
     */
    static List<Zone> candidates(List<Zone> all, Set<String> hosts) {
        if (all.size() <= FEW) {
            return List.copyOf(all);
        }
        Set<String> names = new HashSet<>(Set.of(""));
        hosts.forEach(host -> addWithParents(host, names));
        return all.stream()
                .filter(zone -> names.contains(zone.zoneName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void addWithParents(String host, Set<String> names) {
        names.add(host);
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            names.add(host.substring(dot + 1));
        }
    }
}

package edgeone.purge.engine.zones;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Rewrite;

import java.util.List;

/**
 * One plan for each zone that targets belong to.
 *
 * @param plans in the order in which the lines first name the zones
 * @param problems what belongs to no zone, see {@link ZoneSplit#problems}
 * @param refused how many lines, or parts of a line, belong to no zone
 * @param divided lines that held addresses of several zones, once for each address
 * @param skipProblems whether the lines with problems are left out
 */
public record SplitPlan(
        List<Plan> plans,
        List<Problem> problems,
        int refused,
        List<Rewrite> divided,
        boolean skipProblems) {
    public SplitPlan {
        plans = List.copyOf(plans);
        problems = List.copyOf(problems);
        divided = List.copyOf(divided);
    }

    /** Whether all zones can be purged; none is where one cannot. */
    public boolean sendable() {
        return !plans.isEmpty()
                && (skipProblems || refused == 0)
                && plans.stream().allMatch(Plan::sendable);
    }

    /** Distinct targets that are sent to all zones together now, without what is kept. */
    public int targets() {
        return plans.stream().mapToInt(Plan::fits).sum();
    }

    /** Requests they take. */
    public int requests() {
        return plans.stream().mapToInt(Plan::batchesNow).sum();
    }

    /** Whether both send the same. */
    public boolean sendsTheSameAs(SplitPlan other) {
        if (plans.size() != other.plans.size()) {
            return false;
        }
        for (int i = 0; i < plans.size(); i++) {
            if (!plans.get(i).sendsTheSameAs(other.plans.get(i))) {
                return false;
            }
        }
        return true;
    }
}

package edgeone.purge.engine.zones;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Rewrite;

import java.util.List;

/**
 * Lines sorted by the zone their host belongs to.
 *
 * @param shares the zones with their lines, in the order in which the lines first name them
 * @param problems what belongs to no zone, in the order of the lines; the first {@value
 *     edgeone.purge.targets.TargetList#MAX_PROBLEMS} of them, all are counted by {@code refused}
 * @param refused how many lines, or parts of a line, belong to no zone
 * @param divided lines that held addresses of several zones, once for each address
 */
public record ZoneSplit(
        List<Share> shares, List<Problem> problems, int refused, List<Rewrite> divided) {
    public ZoneSplit {
        shares = List.copyOf(shares);
        problems = List.copyOf(problems);
        divided = List.copyOf(divided);
    }

    /** A zone, and the lines whose host it has. */
    public record Share(ZoneFacts facts, TargetLines lines) {}
}

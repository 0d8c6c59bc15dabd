package edgeone.purge.engine.recent;

import java.util.Optional;

/**
 * What was purged lately of the targets or in the zone of a plan.
 *
 * @param recent the same targets, by the journal and EdgeOne's list
 * @param team the purge of a colleague
 */
public record Lately(Optional<RecentPurge> recent, Optional<TeamPurge> team) {
    /** Whether there is anything to tell. */
    public boolean isAny() {
        return recent.isPresent() || team.isPresent();
    }
}

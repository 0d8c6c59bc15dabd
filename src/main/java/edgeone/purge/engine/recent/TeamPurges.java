package edgeone.purge.engine.recent;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a team purged lately. Calls block for some seconds at most. Thread-safe. */
@FunctionalInterface
public interface TeamPurges {
    /** Where there is no team. */
    TeamPurges NONE = _ -> Map.of();

    /**
     * What is being purged in zones now, or was within the last ten minutes, by zone ID: newest
     * first, with the purges of this machine. Empty if the team cannot be asked.
     */
    Map<String, List<TeamJob>> lately(Collection<String> zoneIds);
}

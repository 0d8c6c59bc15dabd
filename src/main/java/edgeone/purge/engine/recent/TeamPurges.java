package edgeone.purge.engine.recent;

import java.util.List;

/** What a team purged lately. Calls block for some seconds at most. Thread-safe. */
@FunctionalInterface
public interface TeamPurges {
    /** Where there is no team. */
    TeamPurges NONE = _ -> List.of();

    /**
     * What is being purged in a zone now, or was within the last ten minutes: newest first, with
     * the purges of this machine. Empty if the team cannot be asked.
     */
    List<TeamJob> lately(String zoneId);
}

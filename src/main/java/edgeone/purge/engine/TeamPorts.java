package edgeone.purge.engine;

import edgeone.purge.engine.recent.TeamPurges;
import edgeone.purge.engine.release.Releases;

/** What the engine asks of a team, whose database stands behind it. */
public record TeamPorts(Releases releases, TeamPurges purges) {
    /** Where there is no team. */
    public static final TeamPorts NONE = new TeamPorts(Releases.NONE, TeamPurges.NONE);
}

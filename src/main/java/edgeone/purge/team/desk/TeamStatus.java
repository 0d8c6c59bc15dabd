package edgeone.purge.team.desk;

import edgeone.purge.team.db.TeamTrouble;

import org.jspecify.annotations.Nullable;

/**
 * How the team's database and this machine stand.
 *
 * @param url its address; null where none is set
 * @param reachable whether it can be used now
 * @param machine this machine's ID there; null before it first published
 * @param pending how many entries wait here
 * @param published how many entries of this machine are there, as far as known here
 * @param schema the version of its schema; null where none is or it could not be read
 * @param releaseMinutes how long a purge waits for a second person; null where no database is set
 * @param trouble why it cannot be used, or a warning; null for none
 */
public record TeamStatus(
        @Nullable String url,
        boolean reachable,
        @Nullable String machine,
        long pending,
        long published,
        @Nullable Integer schema,
        @Nullable Integer releaseMinutes,
        @Nullable TeamTrouble trouble) {

    /** The same with another time for a second person. */
    public TeamStatus withReleaseMinutes(int minutes) {
        return new TeamStatus(
                url, reachable, machine, pending, published, schema, minutes, trouble);
    }

    public boolean isConfigured() {
        return url != null;
    }
}

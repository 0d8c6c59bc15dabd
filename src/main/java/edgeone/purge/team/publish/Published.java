package edgeone.purge.team.publish;

import edgeone.purge.team.db.TeamTrouble;

import org.jspecify.annotations.Nullable;

/**
 * What came of publishing.
 *
 * @param entries how many entries were published now
 * @param pending how many still wait
 * @param anew whether a new machine identity was taken
 * @param trouble why not all was published, or a warning; null for none
 */
public record Published(long entries, long pending, boolean anew, @Nullable TeamTrouble trouble) {}

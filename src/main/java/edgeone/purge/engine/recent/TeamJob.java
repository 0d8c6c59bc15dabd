package edgeone.purge.engine.recent;

import edgeone.purge.model.PurgeType;

import java.time.Duration;
import java.util.List;

/**
 * A purge of a zone by a machine of the team. Its texts are from outside.
 *
 * @param who the person, or the database's user
 * @param host the machine's name; may be empty
 * @param done how many targets have an outcome
 * @param targets how many there are
 * @param ago how long ago it was submitted
 * @param some its targets, not all of a long job
 */
public record TeamJob(
        String id,
        String who,
        String host,
        PurgeType type,
        boolean running,
        int done,
        int targets,
        Duration ago,
        List<String> some) {
    public TeamJob {
        some = List.copyOf(some);
    }
}

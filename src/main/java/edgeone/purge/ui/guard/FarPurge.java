package edgeone.purge.ui.guard;

import edgeone.purge.engine.guard.Reach;
import edgeone.purge.model.PurgeMethod;

/**
 * A purge that reaches far.
 *
 * @param doing what will be done, as the button says it
 * @param zone the zone's name as it must be typed
 * @param account the account's name
 * @param targets how many there are; the whole zone counts as one
 * @param seconds the setting of the countdown; 0 for none
 */
public record FarPurge(
        String doing,
        Reach reach,
        PurgeMethod method,
        String zone,
        String account,
        int targets,
        int seconds) {}

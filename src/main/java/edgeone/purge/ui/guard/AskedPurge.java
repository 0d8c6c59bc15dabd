package edgeone.purge.ui.guard;

import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

/**
 * A purge to be asked about.
 *
 * @param doing what will be done, as the button says it
 * @param needed what the account's safety level wants
 * @param zone the zone's name as it must be typed
 * @param account the account's name
 * @param targets how many there are; the whole zone counts as one
 * @param seconds the setting of the countdown; 0 for none
 */
public record AskedPurge(
        String doing,
        PurgeType type,
        @Nullable PurgeMethod method,
        Reach reach,
        ConsentNeeded needed,
        String zone,
        String account,
        int targets,
        int seconds) {

    /** What a plan says of itself, and what the account wants. */
    public static AskedPurge of(
            String doing, Plan plan, ConsentNeeded needed, String account, int seconds) {
        return new AskedPurge(
                doing,
                plan.type(),
                plan.method(),
                Reach.of(plan),
                needed,
                plan.zone().label(),
                account,
                plan.targets(),
                seconds);
    }

    /** The same, to be confirmed even where the account would not want it. */
    public AskedPurge always() {
        return needed == ConsentNeeded.NOTHING
                ? new AskedPurge(
                        doing,
                        type,
                        method,
                        reach,
                        ConsentNeeded.YES,
                        zone,
                        account,
                        targets,
                        seconds)
                : this;
    }
}

package edgeone.purge.engine.origin;

import edgeone.purge.probe.origin.OriginPlace;

import java.time.Duration;

/**
 * How the origin is asked before a purge.
 *
 * @param place where it is asked
 * @param old what is done if it has nothing new
 * @param patience how long it is waited for with {@link OldBytes#WAIT}
 */
public record OriginOrder(OriginPlace place, OldBytes old, Duration patience) {
    /** How long it is waited for where nobody says otherwise. */
    public static final Duration STANDARD_PATIENCE = Duration.ofMinutes(5);

    /** Where it is asked, as a command line has it. */
    public String where() {
        return place.toString();
    }
}

package edgeone.purge.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the admin confirmed.
 *
 * @param wide a purge of hosts or of the whole zone was confirmed
 * @param typedZone the zone's name as typed; null if it was not asked for
 */
public record Consent(boolean wide, @Nullable String typedZone) {
    public static final Consent NONE = new Consent(false, null);
}

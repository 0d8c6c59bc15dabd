package edgeone.purge.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the admin confirmed, and why.
 *
 * @param wide a purge of hosts or of the whole zone was confirmed
 * @param typedZone the zone's name as typed; null if it was not asked for
 * @param note why, to be kept with the job; null if it was not said
 */
public record Consent(boolean wide, @Nullable String typedZone, @Nullable String note) {
    public static final Consent NONE = new Consent(false, null);

    /** A consent without a note. */
    public Consent(boolean wide, @Nullable String typedZone) {
        this(wide, typedZone, null);
    }

    /** The same, with a note. */
    public Consent withNote(@Nullable String newNote) {
        return new Consent(wide, typedZone, newNote);
    }
}

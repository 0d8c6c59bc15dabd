package edgeone.purge.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the admin confirmed, and why.
 *
 * @param wide a purge of hosts or of the whole zone was confirmed
 * @param typedZone the zone's name as typed; null if it was not asked for
 * @param note why, to be kept with the job; null if it was not said
 * @param recipe the recipe it was filled in from, to be kept with the job; null if it was from none
 */
public record Consent(
        boolean wide, @Nullable String typedZone, @Nullable String note, @Nullable String recipe) {
    public static final Consent NONE = new Consent(false, null);

    /** A consent to what is from no recipe. */
    public Consent(boolean wide, @Nullable String typedZone, @Nullable String note) {
        this(wide, typedZone, note, null);
    }

    /** A consent without a note. */
    public Consent(boolean wide, @Nullable String typedZone) {
        this(wide, typedZone, null);
    }

    /** The same, with a note. */
    public Consent withNote(@Nullable String newNote) {
        return new Consent(wide, typedZone, newNote, recipe);
    }

    /** The same, for what a recipe filled in. */
    public Consent withRecipe(@Nullable String name) {
        return new Consent(wide, typedZone, note, name);
    }
}

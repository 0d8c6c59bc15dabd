package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

/**
 * Who submitted a job, where and why. All of it is text from outside; null where it is not known.
 *
 * @param note why, in the words of the person who submitted it
 * @param user the user of the operating system
 * @param host the name of the computer
 * @param program version of this program
 * @param keyEnd the last characters of the SecretId
 * @param recipe the name, at that time, of the recipe it was filled in from
 */
public record Provenance(
        Origin origin,
        @Nullable String note,
        @Nullable String user,
        @Nullable String host,
        @Nullable String program,
        @Nullable String keyEnd,
        @Nullable String recipe) {
    /** Nothing is known but that it was submitted here. */
    public static final Provenance UNKNOWN =
            new Provenance(Origin.HERE, null, null, null, null, null);

    /** Of a job that was filled in from no recipe. */
    public Provenance(
            Origin origin,
            @Nullable String note,
            @Nullable String user,
            @Nullable String host,
            @Nullable String program,
            @Nullable String keyEnd) {
        this(origin, note, user, host, program, keyEnd, null);
    }
}

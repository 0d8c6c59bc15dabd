package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Whether a purge needs a note that says why.
 *
 * @param pattern a regular expression the note must hold, such as a ticket number; null for any
 *     note. It applies only where a note is required
 */
public record NoteRule(boolean required, @Nullable String pattern) {
    /** A note is up to the person. */
    public static final NoteRule NONE = new NoteRule(false, null);

    /** The longest note, in UTF-16 units. */
    public static final int LONGEST = 1_000;

    /**
     * @throws IllegalArgumentException if the pattern is not a regular expression
     */
    public NoteRule {
        if (pattern != null) {
            boolean alone = "".matches(pattern);
            boolean inside = "".matches(anywhere(pattern));
            assert inside || !alone;
        }
    }

    private static String anywhere(String pattern) {
        return "(?s).*(?:" + pattern + ").*";
    }

    /** What is wrong with a note. */
    public enum Problem {
        MISSING,
        /** It does not hold what the pattern asks for. */
        MISMATCH,
        TOO_LONG
    }

    /** A note as it is kept; null if it says nothing. */
    public static @Nullable String cleaned(@Nullable String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }

    /** What is wrong with a cleaned note; empty if nothing is. */
    public Optional<Problem> problem(@Nullable String note) {
        if (note != null && note.length() > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (!required) {
            return Optional.empty();
        }
        if (note == null) {
            return Optional.of(Problem.MISSING);
        }
        return pattern == null || note.matches(anywhere(pattern))
                ? Optional.empty()
                : Optional.of(Problem.MISMATCH);
    }
}

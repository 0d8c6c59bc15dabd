package edgeone.purge.engine;

import edgeone.purge.model.NoteRule;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Who submits, from where, and whether they must say why.
 *
 * @param user the user of the operating system; null if unknown, as are the others
 * @param host the name of this computer
 * @param program version of this program
 * @param rule the rule for notes, asked before each purge
 */
public record Submitter(
        @Nullable String user,
        @Nullable String host,
        @Nullable String program,
        Supplier<NoteRule> rule) {
    /** Nobody known, who need not say why. */
    public static final Submitter UNKNOWN = new Submitter(null, null, null, () -> NoteRule.NONE);
}

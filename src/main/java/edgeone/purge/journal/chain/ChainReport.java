package edgeone.purge.journal.chain;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the chain found.
 *
 * @param entries how many entries there are
 * @param head hash of the newest entry
 * @param broken what is wrong first; null if nothing is
 * @param headFound whether the chain holds an entry with the hash asked for; null if none was
 */
public record ChainReport(
        long entries, String head, @Nullable Broken broken, @Nullable Boolean headFound) {

    /** Whether nothing is wrong. */
    public boolean isIntact() {
        return broken == null && !Boolean.FALSE.equals(headFound);
    }

    /** What is wrong first. */
    public sealed interface Broken {
        /** An entry of the chain was changed, removed, swapped or inserted. */
        record Entry(long n) implements Broken {}

        /** A job's rows are not what the chain says, or are gone, or are not in the chain. */
        record Job(String id) implements Broken {}

        /** The record of a safety change is not what the chain says. */
        record Safety(long row) implements Broken {}
    }

    /** The newest entry. */
    public record Head(long entries, String hash) {}
}

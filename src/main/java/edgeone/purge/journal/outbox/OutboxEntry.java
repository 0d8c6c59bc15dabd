package edgeone.purge.journal.outbox;

import edgeone.purge.journal.chain.Entry;

import org.jspecify.annotations.Nullable;

/**
 * An entry that waits.
 *
 * @param hash as it stands in the journal
 * @param jobAt when its job was submitted, in milliseconds since the epoch; null if it is about
 *     none, or about one that was removed
 * @param detail JSON beside the content: what a digest in it stands for, or which later entry comes
 *     with the rows; null for none
 * @param rows which rows come with it
 * @param amount how many these are
 */
public record OutboxEntry(
        Entry entry,
        String hash,
        @Nullable Long jobAt,
        @Nullable String detail,
        Rows rows,
        int amount) {
    /** Rows that come with an entry. */
    public enum Rows {
        NONE,
        /** All targets of its job. */
        TARGETS,
        /** What became of the targets of its batch. */
        RESULTS,
        /** All targets of its job, and what became of them. */
        BOTH;

        public boolean withTargets() {
            return this == TARGETS || this == BOTH;
        }

        public boolean withResults() {
            return this == RESULTS || this == BOTH;
        }
    }
}

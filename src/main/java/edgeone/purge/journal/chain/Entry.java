package edgeone.purge.journal.chain;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the chain.
 *
 * @param n its number: the first is 1, and none is left out
 * @param at milliseconds since the epoch, by this machine's clock
 * @param kind a label of {@link EntryKind}; any text in an entry that was tampered with
 * @param job the job it is about; null if none
 * @param batch the batch it is about; null if none
 * @param content a JSON object in canonical form
 * @param previous the hash of the entry before, in hex; {@link #NOTHING} for the first
 */
public record Entry(
        long n,
        long at,
        String kind,
        @Nullable String job,
        @Nullable Long batch,
        String content,
        String previous) {
    /** What stands for the hash before the first entry. */
    public static final String NOTHING = "0".repeat(ChainHash.DIGITS);

    /**
     * SHA-256 over the UTF-8 bytes of its canonical form, in hex. The content goes in by its own
     * hash, so that the chain can be checked without it.
     */
    public String hash() {
        return ChainHash.of(canonical());
    }

    String canonical() {
        return new CanonicalJson()
                .put("at", at)
                .put("batch", batch)
                .put("content", ChainHash.of(content))
                .put("job", job)
                .put("kind", kind)
                .put("n", n)
                .put("previous", previous)
                .text();
    }
}

package edgeone.purge.journal.prune;

import edgeone.purge.journal.chain.CanonicalJson;

/** The content of the entry that records what was removed. */
public final class PruneRows {
    private PruneRows() {}

    /**
     * Up to where entries were removed.
     *
     * @param n number of the last one removed
     * @param hash its hash
     */
    public static String cut(long n, String hash) {
        return new CanonicalJson().put("hash", hash).put("n", n).text();
    }

    /**
     * The content.
     *
     * @param jobs how many jobs were removed
     */
    static String content(long n, String hash, int jobs) {
        return new CanonicalJson()
                .put("cut", new CanonicalJson().put("hash", hash).put("n", n))
                .put("jobs", jobs)
                .text();
    }

    /** Whether an entry with this content records a cut. */
    public static boolean says(String content, String cut) {
        return content.startsWith("{\"cut\":" + cut + ",");
    }
}

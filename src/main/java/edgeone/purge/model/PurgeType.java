package edgeone.purge.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a job does and what its targets are. The first five purge; their wire names are those of
 * {@code CreatePurgeTask.Type}. The last fills caches and has the wire name of {@code Task.Type}.
 */
public enum PurgeType {
    URL("purge_url", false, 5_000),
    PREFIX("purge_prefix", true, 1_000),
    HOST("purge_host", true, 1_000),
    CACHE_TAG("purge_cache_tag", false, 100),
    ALL("purge_all", true, 1),
    PREFETCH("prefetch_url", false, 5_000);

    /** The five that purge, for whatever makes no sense with a prefetch. */
    public static final List<PurgeType> PURGES =
            Arrays.stream(values()).filter(type -> !type.isPrefetch()).toList();

    private final String wireName;
    private final boolean takesMethod;
    private final int documentedBatch;

    PurgeType(String wireName, boolean takesMethod, int documentedBatch) {
        this.wireName = wireName;
        this.takesMethod = takesMethod;
        this.documentedBatch = documentedBatch;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether it fills caches instead of emptying them. */
    public boolean isPrefetch() {
        return this == PREFETCH;
    }

    /**
     * Whether it purges single URLs. Only those can be asked for, so that their purge can be
     * verified and the origin be checked before it, and prefetched after it.
     */
    public boolean purgesUrls() {
        return this == URL;
    }

    /** Whether EdgeOne honours {@code Method} for this type; if not, it is never sent. */
    public boolean takesMethod() {
        return takesMethod;
    }

    /** Whether the purge reaches past the listed objects: a whole host or a whole zone. */
    public boolean isWide() {
        return this == HOST || this == ALL;
    }

    /**
     * The product-wide maximum of targets per request, used only if the zone's quota cannot be
     * read.
     */
    public int documentedBatch() {
        return documentedBatch;
    }

    /** The type with this wire name. */
    public static Optional<PurgeType> ofWireName(String name) {
        return Arrays.stream(values()).filter(t -> t.wireName.equals(name)).findFirst();
    }

    /** The same for what purges. */
    public static Optional<PurgeType> purgeOfWireName(String name) {
        return PURGES.stream().filter(t -> t.wireName.equals(name)).findFirst();
    }
}

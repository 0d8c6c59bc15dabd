package edgeone.purge.emulator.edge;

/** An object that a prefetch puts into the caches now. */
public record DuePrefetch(CachedObject object) implements DueChange {}

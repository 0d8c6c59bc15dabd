package edgeone.purge.emulator.edge;

import java.util.function.Predicate;

/**
 * A purge that takes effect now.
 *
 * @param matches exactly the objects to purge
 * @param delete whether they are dropped; otherwise they are marked as stale
 */
public record DuePurge(Predicate<CachedObject> matches, boolean delete) implements DueChange {}

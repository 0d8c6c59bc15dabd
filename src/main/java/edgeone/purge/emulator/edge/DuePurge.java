package edgeone.purge.emulator.edge;

import java.util.function.Predicate;

/**
 * A purge that takes effect now.
 *
 * @param matches the objects it concerns, and no other
 * @param delete whether they are dropped; otherwise they are only marked as stale
 */
public record DuePurge(Predicate<CachedObject> matches, boolean delete) {}

package edgeone.purge.team.pace;

import org.jspecify.annotations.Nullable;

/**
 * A slot that was not used in time.
 *
 * @param left when the request left instead, by {@link System#nanoTime()}; null if none did
 */
record Missed(Lease.Slot slot, @Nullable Long left) {}

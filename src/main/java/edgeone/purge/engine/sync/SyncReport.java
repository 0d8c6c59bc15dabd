package edgeone.purge.engine.sync;

import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

/**
 * What a sync brought.
 *
 * @param added jobs of others that are new in the journal
 * @param known jobs it had, ours and others'
 * @param later jobs left out for now: each may be one of ours whose reply was lost
 * @param unreadable jobs of a type this version does not know
 * @param trouble what kept it from reading on; null if all was read. What was read before stays
 */
public record SyncReport(
        int added, int known, int later, int unreadable, @Nullable TeoException trouble) {}

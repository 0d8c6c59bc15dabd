package edgeone.purge.emulator.edge;

/** What changes in the caches now. */
public sealed interface DueChange permits DuePurge, DuePrefetch {}

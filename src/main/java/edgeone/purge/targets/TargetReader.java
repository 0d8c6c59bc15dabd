package edgeone.purge.targets;

import edgeone.purge.model.PurgeType;

/** Reads a pasted text into targets of one type. */
public final class TargetReader {
    private TargetReader() {}

    /**
     * Reads one target a line.
     *
     * @param type never {@link PurgeType#ALL}, which has no targets
     */
    public static TargetList read(PurgeType type, String text, ZoneHosts hosts) {
        throw new UnsupportedOperationException("being written: " + type + text.length() + hosts);
    }
}

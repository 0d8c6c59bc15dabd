package edgeone.purge.model;

import java.util.Locale;

/**
 * How much an account asks before it purges. Held by the engine, for the window and the command
 * line alike.
 */
public enum SafetyLevel {
    /** A wide purge must be confirmed. */
    NORMAL,
    /** A wide purge must be confirmed with the zone's name typed. */
    CONFIRM_WIDE,
    /** Every purge must be confirmed with the zone's name typed. */
    CONFIRM_ALL,
    /** Nothing is purged. */
    READ_ONLY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

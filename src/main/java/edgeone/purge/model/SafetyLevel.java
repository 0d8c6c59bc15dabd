package edgeone.purge.model;

import java.util.Locale;

/**
 * How much confirmation an account requires before a purge. Enforced by the engine, for the window
 * and the command line alike.
 */
public enum SafetyLevel {
    /** A wide purge must be confirmed. */
    NORMAL,
    /** A wide purge must be confirmed by typing the zone's name. */
    CONFIRM_WIDE,
    /** Every purge must be confirmed by typing the zone's name. */
    CONFIRM_ALL,
    /**
     * Every purge must be confirmed by typing the zone's name, and one that reaches far must be
     * released by a second person.
     */
    TWO_PERSON,
    /** Nothing is purged. */
    READ_ONLY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

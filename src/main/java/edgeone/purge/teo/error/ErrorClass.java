package edgeone.purge.teo.error;

/**
 * What kind of trouble an error is; decides what the reader is told and whether trying again makes
 * sense.
 */
public enum ErrorClass {
    /** The key, its signature or its token was not accepted. */
    AUTH,
    /** The clocks differ too much. */
    CLOCK,
    PERMISSION,
    QUOTA,
    /** Too many requests; passes by itself. */
    THROTTLE,
    /** EdgeOne does not take what was sent. */
    INPUT,
    /** The zone is missing, locked, paused, or not the key's. */
    ZONE,
    /** Trouble inside EdgeOne. */
    SERVER,
    /** EdgeOne was not reached, or the connection broke. */
    NETWORK,
    /** Something answered that is not EdgeOne's API. */
    UNREADABLE
}

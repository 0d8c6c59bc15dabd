package edgeone.purge.teo.error;

/** The kind of an error; decides what the user is told and whether retrying makes sense. */
public enum ErrorClass {
    /** The key, its signature or its token was not accepted. */
    AUTH,
    /** The clocks differ too much. */
    CLOCK,
    PERMISSION,
    QUOTA,
    /** Too many requests; temporary. */
    THROTTLE,
    /** EdgeOne rejects the input. */
    INPUT,
    /** The zone is missing, locked, paused, or belongs to another account. */
    ZONE,
    /** An error inside EdgeOne. */
    SERVER,
    /** EdgeOne was unreachable, or the connection broke. */
    NETWORK,
    /** Something answered that is not EdgeOne's API. */
    UNREADABLE
}

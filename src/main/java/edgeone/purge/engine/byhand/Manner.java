package edgeone.purge.engine.byhand;

import edgeone.purge.api.ApiDescription;

/** How a call of an action can be made by hand. */
public enum Manner {
    /** It changes nothing, and is sent as it is. */
    READ,
    /** It becomes a job. */
    PURGE,
    /** It may change something, and no guard knows what: it is not sent. */
    NOT_SENT;

    /** The manner of an action; one that is not described reads if its name says so. */
    public static Manner of(String action) {
        if (action.equals(HandPurge.ACTION)) {
            return PURGE;
        }
        return ApiDescription.teo().reads(action) ? READ : NOT_SENT;
    }
}

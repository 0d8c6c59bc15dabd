package edgeone.purge.teo;

/**
 * Has the last word on a request that has its slot at the gate and is not sent yet. Called on the
 * sending thread, and again if the request is signed anew with a corrected clock; must return at
 * once.
 */
@FunctionalInterface
public interface Departure {
    /** Lets every request go. */
    Departure FREE = () -> true;

    /** Whether the bytes may leave; if not, nothing is sent and the call ends as unreachable. */
    boolean mayLeave();
}

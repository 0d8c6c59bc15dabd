package edgeone.purge.teo;

/**
 * Has the last word on a request, with its slot at the gate in hand and nothing sent. Asked on the
 * thread that sends, and again where a request is signed once more with a corrected clock; must
 * return at once.
 */
@FunctionalInterface
public interface Departure {
    /** Lets every request go. */
    Departure FREE = () -> true;

    /** Whether the bytes may leave; where not, nothing leaves and the call ends as unreachable. */
    boolean mayLeave();
}

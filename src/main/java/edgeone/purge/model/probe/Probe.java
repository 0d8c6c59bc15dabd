package edgeone.purge.model.probe;

import org.jspecify.annotations.Nullable;

/**
 * One question to an edge, with what came of it.
 *
 * @param target the address asked for, as given
 * @param edge the edge that was asked, as given; null for the one DNS named
 * @param millis from the first step to the last byte read
 */
public record Probe(String target, @Nullable String edge, long millis, Outcome outcome) {

    /** What came of it. */
    public sealed interface Outcome permits Answer, Failure {}

    /** What was answered; null if the question failed. */
    public @Nullable Answer answer() {
        return outcome instanceof Answer answer ? answer : null;
    }

    /** Why nothing was answered; null if something was. */
    public @Nullable Failure failure() {
        return outcome instanceof Failure failure ? failure : null;
    }

    /**
     * No usable answer.
     *
     * @param detail in the words of the system or the other end; may be empty
     */
    public record Failure(ProbeTrouble trouble, String detail) implements Outcome {}
}

package edgeone.purge.probe.verdict;

import edgeone.purge.model.probe.Answer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * When an object was fetched or revalidated, as far as the edge says: between two moments, both
 * exclusive. {@code Date} and {@code Age} are whole seconds, each rounded down.
 */
record FetchTime(Instant after, Instant before) {
    /** Null without a date or an age. */
    static @Nullable FetchTime of(Answer answer) {
        Instant date = answer.date();
        Long age = answer.age();
        if (date == null || age == null) {
            return null;
        }
        Instant fetched = date.minusSeconds(age);
        return new FetchTime(fetched.minusSeconds(1), fetched.plusSeconds(1));
    }

    /** Whether that was certainly not before a moment of which only the second is known. */
    boolean isCertainlyAfter(Instant second) {
        return !after.isBefore(second.plusSeconds(1));
    }

    /** Whether that was certainly before it. */
    boolean isCertainlyBefore(Instant second) {
        return !before.isAfter(second);
    }
}

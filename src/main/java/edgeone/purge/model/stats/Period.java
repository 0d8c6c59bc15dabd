package edgeone.purge.model.stats;

import java.time.LocalDate;
import java.util.List;

/** From one day to another, both included. */
public record Period(LocalDate first, LocalDate last) {

    /** Whether it has any day. */
    public boolean isPossible() {
        return !first.isAfter(last);
    }

    /** How many days are one row of a picture. */
    public Step step() {
        return Step.of(first, last);
    }

    /** The first days of all its rows. */
    public List<LocalDate> starts() {
        return step().starts(first, last);
    }
}

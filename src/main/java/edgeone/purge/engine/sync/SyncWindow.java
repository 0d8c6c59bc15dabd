package edgeone.purge.engine.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of EdgeOne's list, by the time rows were created, in whole seconds. Both ends belong to
 * it, and neighbours share one: rows of the same second are never cut apart.
 */
record SyncWindow(Instant from, Instant to) {
    /** EdgeOne lists no more at once. */
    static final Duration WIDEST = Duration.ofDays(7);

    private static final Duration NARROWEST = Duration.ofSeconds(2);

    /** The windows that cover a time, oldest first; none if it is empty. */
    static List<SyncWindow> covering(Instant since, Instant until) {
        Instant from = since.truncatedTo(ChronoUnit.SECONDS);
        Instant end = until.truncatedTo(ChronoUnit.SECONDS);
        List<SyncWindow> windows = new ArrayList<>();
        while (from.isBefore(end)) {
            Instant to = from.plus(WIDEST).isBefore(end) ? from.plus(WIDEST) : end;
            windows.add(new SyncWindow(from, to));
            from = to;
        }
        return windows;
    }

    boolean canBeHalved() {
        return Duration.between(from, to).compareTo(NARROWEST) >= 0;
    }

    /** Both halves, the older first. */
    List<SyncWindow> halves() {
        Instant middle =
                from.plus(Duration.between(from, to).dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
        return List.of(new SyncWindow(from, middle), new SyncWindow(middle, to));
    }
}

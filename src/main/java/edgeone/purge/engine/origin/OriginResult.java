package edgeone.purge.engine.origin;

import edgeone.purge.probe.origin.Round;

import java.time.Duration;

/**
 * What came of asking the origin.
 *
 * @param round the last answers; incomplete if it was stopped
 * @param end whether the purge is sent, and why
 * @param waited how long the origin was waited for; zero if that was not chosen
 */
public record OriginResult(Round round, End end, Duration waited) {
    /** Whether the purge is sent. */
    public boolean lets() {
        return end == End.NEW || end == End.ANYWAY;
    }

    /** How it ended. */
    public enum End {
        /** All that was compared is new at the origin. */
        NEW,
        /** Not all of it is, and the purge is sent all the same, as was chosen. */
        ANYWAY,
        /** Not all of it is, so nothing is sent. */
        OLD,
        /** Somebody stopped it. */
        STOPPED
    }
}

package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.origin.OriginResult;
import edgeone.purge.probe.origin.Round;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How far the origin is asked before a purge.
 *
 * @param place where it is asked
 * @param begun when that began
 * @param ended when it ended; null while it is asked
 * @param round the last answers; null before the first, incomplete if it was stopped
 * @param again when it is asked again; null unless it is waited for
 * @param until until when it is waited for; null unless it is
 * @param end how it ended; null while it is asked
 */
public record OriginState(
        String place,
        Instant begun,
        @Nullable Instant ended,
        @Nullable Round round,
        @Nullable Instant again,
        @Nullable Instant until,
        OriginResult.@Nullable End end) {

    static OriginState begun(String place, Instant now) {
        return new OriginState(place, now, null, null, null, null, null);
    }

    OriginState waiting(Round answers, Instant next, Instant last) {
        return new OriginState(place, begun, null, answers, next, last, null);
    }

    OriginState ended(OriginResult result, Instant now) {
        return new OriginState(place, begun, now, result.round(), null, null, result.end());
    }
}

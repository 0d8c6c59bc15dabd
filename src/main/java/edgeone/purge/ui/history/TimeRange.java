package edgeone.purge.ui.history;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** How far back the table goes. */
public enum TimeRange {
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    ALWAYS(null);

    private final @Nullable Duration back;

    TimeRange(@Nullable Duration back) {
        this.back = back;
    }

    /** Null for all time. */
    @Nullable Instant since(Instant now) {
        return back == null ? null : now.minus(back);
    }
}

package edgeone.purge.ui.history.list;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Which days of jobs are listed. */
public enum TimeRange {
    ALWAYS(-1),
    TODAY(0),
    WEEK(6),
    MONTH(29),
    /** From one day of a calendar to another. */
    DATES(-1);

    private final int back;

    TimeRange(int back) {
        this.back = back;
    }

    /** The first day; null for all. */
    @Nullable LocalDate since(LocalDate today) {
        return back < 0 ? null : today.minusDays(back);
    }
}

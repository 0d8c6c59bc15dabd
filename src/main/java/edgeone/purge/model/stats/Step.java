package edgeone.purge.model.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How many days are summed up in one row. */
public enum Step {
    DAY,
    /** Monday to Sunday. */
    WEEK,
    MONTH;

    private static final long MOST_DAYS = 92;
    private static final long MOST_WEEKS = 92;

    /** The finest step that does not make more rows of a period than a chart can show. */
    public static Step of(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days <= MOST_DAYS) {
            return DAY;
        }
        return days <= MOST_WEEKS * 7 ? WEEK : MONTH;
    }

    /** The first day of the row that a day belongs to. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    /** The first days of all rows of a period, those without jobs as well; oldest first. */
    public List<LocalDate> starts(LocalDate first, LocalDate last) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate day = start(first); !day.isAfter(last); day = next(day)) {
            starts.add(day);
        }
        return starts;
    }
}

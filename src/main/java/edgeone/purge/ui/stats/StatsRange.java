package edgeone.purge.ui.stats;

/** Which days are summed up. */
public enum StatsRange {
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    /** From one day of a calendar to another. */
    DATES(30);

    private final int days;

    StatsRange(int days) {
        this.days = days;
    }

    /** How many, today included; for {@link #DATES} before a day is chosen. */
    int days() {
        return days;
    }
}

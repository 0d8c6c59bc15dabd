package edgeone.purge.journal.list;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.stats.Step;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Tells SQLite on which day of a time zone a job was submitted. SQLite knows no time zone but the
 * process's own; the offsets that were in force while the journal was written are put into the
 * statement instead.
 */
final class LocalDays {
    /** Of more changes of offset, the last are left out: 200 years of two each. */
    private static final int MOST_CHANGES = 400;

    private static final long DAY_MILLIS = 86_400_000;

    private final String day;
    private final Step step;

    private LocalDays(String day, Step step) {
        this.day = day;
        this.step = step;
    }

    static LocalDays of(Connection c, ZoneId zone, Step step) throws SQLException {
        String offset =
                Sql.first(
                        c,
                        r ->
                                offset(
                                        zone.getRules(),
                                        Instant.ofEpochMilli(r.getLong(1)),
                                        Instant.ofEpochMilli(r.getLong(2))),
                        "SELECT (SELECT min(created_at) FROM job), (SELECT max(created_at) FROM"
                                + " job)");
        return new LocalDays("((created_at + %s) / %d)".formatted(offset, DAY_MILLIS), step);
    }

    /** The offset from UTC in milliseconds. */
    private static String offset(ZoneRules rules, Instant first, Instant last) {
        StringBuilder whens = new StringBuilder();
        ZoneOffset now = rules.getOffset(first);
        ZoneOffsetTransition next = rules.nextTransition(first);
        for (int i = 0; i < MOST_CHANGES && next != null; i++) {
            if (next.getInstant().isAfter(last)) {
                break;
            }
            whens.append(
                    " WHEN created_at < %d THEN %d"
                            .formatted(next.getInstant().toEpochMilli(), millis(now)));
            now = next.getOffsetAfter();
            next = rules.nextTransition(next.getInstant());
        }
        return whens.isEmpty()
                ? String.valueOf(millis(now))
                : "CASE%s ELSE %d END".formatted(whens, millis(now));
    }

    private static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000L;
    }

    /** The first day of a job's row, counted from 1970; {@link #date} reads it. */
    String sql() {
        return switch (step) {
            case DAY -> day;
            // 1970 began on a Thursday.
            case WEEK -> "(%1$s - (%1$s + 3) %% 7)".formatted(day);
            case MONTH ->
                    "(unixepoch(%s * 86400, 'unixepoch', 'start of month') / 86400)".formatted(day);
        };
    }

    static LocalDate date(long day) {
        return LocalDate.ofEpochDay(day);
    }
}

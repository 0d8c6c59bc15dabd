package edgeone.purge.engine.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The day a quota holds for. EdgeOne documents no time of the reset; it is expected at midnight of
 * its own time zone.
 */
public final class QuotaDay {
    /** EdgeOne's time zone. */
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private QuotaDay() {}

    /**
     * The first reset after {@code now}.
     *
     * @param now by EdgeOne's clock
     */
    public static Instant resetAfter(Instant now) {
        LocalDate today = now.atOffset(ZONE).toLocalDate();
        return today.plusDays(1).atStartOfDay().toInstant(ZONE);
    }

    /** A time to the minute in EdgeOne's time zone. */
    public static String inItsZone(Instant at) {
        return MINUTES.format(at.atOffset(ZONE));
    }

    /** A time to the minute in the reader's time zone. */
    public static String here(Instant at, ZoneId zone) {
        return MINUTES.format(at.atZone(zone));
    }
}

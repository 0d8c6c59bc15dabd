package edgeone.purge.ui.kit;

import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.trouble.Trouble;
import edgeone.purge.ui.kit.trouble.Troubles;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * Formats numbers, times and errors for people, in one language and the machine's time zone. Not
 * thread-safe.
 */
public final class Formats {
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter SHORT_TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneId.of("UTC"));

    private final Messages messages;
    private final Clock clock;
    private final UnaryOperator<String> cover;
    private final NumberFormat counts;

    /**
     * @param clock for today's date and the time zone
     * @param cover removes secrets from error messages
     */
    public Formats(Messages messages, Clock clock, UnaryOperator<String> cover) {
        this.messages = messages;
        this.clock = clock;
        this.cover = cover;
        counts = NumberFormat.getIntegerInstance(messages.language().locale());
    }

    public Messages messages() {
        return messages;
    }

    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** What happened, why, and what to do; without any secret. */
    public Trouble trouble(Exception exception) {
        return Troubles.of(messages, exception, cover);
    }

    /** {@code 1,240} */
    public String count(long number) {
        return counts.format(number);
    }

    /** {@code < 1 s}, {@code 12 s}, {@code 2:08}, {@code 1:02:08}. */
    public String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return messages.text("window.time.instant");
        }
        if (seconds < 60) {
            return messages.text("window.time.seconds", seconds);
        }
        return seconds < 3_600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /** Seconds with one digit after the point: {@code 0.8}. */
    public String tenths(Duration duration) {
        NumberFormat format = NumberFormat.getInstance(messages.language().locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(duration.toMillis() / 1_000.0);
    }

    /** Local time: only the time for today, with the date for earlier days. */
    public String when(Instant instant) {
        ZonedDateTime local = instant.atZone(clock.getZone());
        long days = ChronoUnit.DAYS.between(local.toLocalDate(), LocalDate.now(clock));
        if (days == 0) {
            return CLOCK_TIME.format(local);
        }
        return days == 1
                ? messages.text("window.time.yesterday", SHORT_TIME.format(local))
                : DAY.format(local);
    }

    /** {@code 2026-01-31 12:00:00 UTC} */
    public String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** The machine's time zone. */
    public ZoneId zone() {
        return clock.getZone();
    }

    public Instant now() {
        return clock.instant();
    }
}

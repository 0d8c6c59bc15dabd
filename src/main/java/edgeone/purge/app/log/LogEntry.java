package edgeone.purge.app.log;

import edgeone.purge.messages.VisibleText;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Formats a log entry: one line, followed by the stack trace. Control characters from outside are
 * made visible, so that they cannot forge a line.
 */
final class LogEntry extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private final UnaryOperator<String> cover;

    /**
     * @param cover removes secrets
     */
    LogEntry(UnaryOperator<String> cover) {
        this.cover = cover;
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder text = new StringBuilder();
        text.append(TIME.format(entry.getInstant().atZone(ZoneId.systemDefault())))
                .append(' ')
                .append(entry.getLevel().getName())
                .append(' ')
                .append(entry.getLoggerName())
                .append(": ")
                .append(shown(formatMessage(entry)))
                .append(System.lineSeparator());
        if (entry.getThrown() != null) {
            append(text, "", entry.getThrown(), Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return text.toString();
    }

    private void append(StringBuilder text, String why, Throwable thrown, Set<Throwable> met) {
        text.append(why).append(shown(thrown.toString())).append(System.lineSeparator());
        if (!met.add(thrown)) {
            return;
        }
        for (StackTraceElement frame : thrown.getStackTrace()) {
            text.append("\tat ").append(frame).append(System.lineSeparator());
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            append(text, "Suppressed: ", suppressed, met);
        }
        if (thrown.getCause() != null) {
            append(text, "Caused by: ", thrown.getCause(), met);
        }
    }

    private String shown(String words) {
        return VisibleText.of(cover.apply(words));
    }
}

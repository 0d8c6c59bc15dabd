package edgeone.purge.targets.intake;

import edgeone.purge.targets.rules.AddressText;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The common and the combined format of Apache and nginx, with or without a host in front. */
final class CombinedLog {
    private CombinedLog() {}

    /** Null for a line that has another form. */
    static @Nullable LogEntry parse(String line) {
        int time = line.indexOf(" [");
        int request = time < 0 ? -1 : line.indexOf("] \"", time);
        if (request < 0) {
            return null;
        }
        int start = request + "] \"".length();
        int end = closingQuote(line, start);
        if (end < 0 || end + 1 >= line.length() || line.charAt(end + 1) != ' ') {
            return null;
        }
        String[] before = line.substring(0, time).split(" ", -1);
        if (before.length < 3) {
            return null;
        }
        String rest = line.substring(end + 2);
        int space = rest.indexOf(' ');
        int status = status(space < 0 ? rest : rest.substring(0, space));
        if (status < 0) {
            return null;
        }
        String[] words = line.substring(start, end).split(" ", -1);
        boolean wellFormed =
                words.length == 2 || (words.length == 3 && words[2].startsWith("HTTP/"));
        String method = wellFormed ? words[0] : "";
        String target = wellFormed ? unescaped(words[1]) : "";
        return before.length > 3 && AddressText.isBare(before[0])
                ? withHost(before[0], method, target, status)
                : new LogEntry(method, "", "", target, status);
    }

    private static LogEntry withHost(String host, String method, String target, int status) {
        int colon = host.indexOf(':');
        String scheme = colon < 0 ? "" : LogEntry.schemeOf(host.substring(colon + 1));
        String kept = scheme.isEmpty() ? host : host.substring(0, colon);
        return new LogEntry(method, scheme, kept, target, status);
    }

    private static int closingQuote(String line, int start) {
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return -1;
    }

    /** 0 if there was none, negative if it is not a status. */
    static int status(String text) {
        if (text.equals("-")) {
            return 0;
        }
        boolean number = text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(text) : -1;
    }

    /** Undoes {@code \\x22}, {@code \"} and {@code \\\\}, with which both servers write. */
    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length();
            if (escape && text.charAt(i + 1) == 'x' && isHex(text, i + 2)) {
                bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (escape && "\"\\".indexOf(text.charAt(i + 1)) >= 0) {
                bytes.write(text.charAt(++i));
            } else {
                int code = text.codePointAt(i);
                bytes.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(code) - 1;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(String text, int at) {
        return at + 2 <= text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}

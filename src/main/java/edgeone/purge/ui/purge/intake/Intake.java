package edgeone.purge.ui.purge.intake;

import edgeone.purge.targets.TextDecoding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A text from the clipboard or a file: its lines, or the reason it was refused. */
public sealed interface Intake {
    /** The longest text accepted, in characters or bytes: a million long addresses. */
    int LONGEST_TEXT = 100_000_000;

    /** The longest line accepted, in characters: twice the longest valid target. */
    int LONGEST_LINE = 128 * 1024;

    /** Lines, numbered as the target reader numbers them. */
    record Lines(List<String> lines) implements Intake {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The text was refused.
     *
     * @param line the line at fault, from 1; 0 for the text as a whole
     */
    record Refused(Reason reason, int line) implements Intake {}

    /** Why a text was refused. */
    enum Reason {
        /** It contains characters that no text has. */
        BINARY,
        /** The file's encoding is not supported. */
        NOT_UTF8,
        /** The same, but its bytes are valid GB18030. */
        PERHAPS_GB18030,
        LINE_TOO_LONG,
        TEXT_TOO_LONG
    }

    /** Decodes a file: UTF-8 with or without a byte order mark, or UTF-16 with one. */
    static Intake of(byte[] bytes) {
        if (bytes.length > LONGEST_TEXT) {
            return new Refused(Reason.TEXT_TOO_LONG, 0);
        }
        return switch (TextDecoding.of(bytes)) {
            case TextDecoding.Decoded decoded -> of(decoded.text());
            case TextDecoding.Undecodable undecodable ->
                    new Refused(reason(bytes, undecodable.likely()), 0);
        };
    }

    private static Reason reason(byte[] bytes, TextDecoding.@Nullable Encoding likely) {
        for (byte b : bytes) {
            if (b == 0) {
                return Reason.BINARY;
            }
        }
        return likely == null ? Reason.NOT_UTF8 : Reason.PERHAPS_GB18030;
    }

    /** Splits a text at LF, CR LF or CR. A final line break does not start another line. */
    static Intake of(String text) {
        if (text.length() > LONGEST_TEXT) {
            return new Refused(Reason.TEXT_TOO_LONG, 0);
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                if (text.charAt(end) == '\0') {
                    return new Refused(Reason.BINARY, lines.size() + 1);
                }
                end++;
            }
            if (end - start > LONGEST_LINE) {
                return new Refused(Reason.LINE_TOO_LONG, lines.size() + 1);
            }
            lines.add(text.substring(start, end));
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return new Lines(lines);
    }
}

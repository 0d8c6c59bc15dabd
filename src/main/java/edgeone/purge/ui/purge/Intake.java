package edgeone.purge.ui.purge;

import edgeone.purge.targets.TextDecoding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What came in from the clipboard or a file: lines, or the reason why it is no list of targets. */
public sealed interface Intake {
    /** Longest text taken, in characters; a million long addresses. */
    int LONGEST_TEXT = 100_000_000;

    /** Longest line taken, in characters; twice what any target may have. */
    int LONGEST_LINE = 128 * 1024;

    /** Lines, split as the target reader counts them. */
    record Lines(List<String> lines) implements Intake {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Nothing was taken.
     *
     * @param line where the trouble is, from 1; 0 where it is in the whole
     */
    record Refused(Reason reason, int line) implements Intake {}

    /** Why nothing was taken. */
    enum Reason {
        /** It holds characters no text has. */
        BINARY,
        /** A file is in no encoding that is read. */
        NOT_UTF8,
        /** The same, and its bytes are valid GB18030. */
        PERHAPS_GB18030,
        LINE_TOO_LONG,
        TEXT_TOO_LONG
    }

    /** Reads a file's bytes: UTF-8, with or without a byte order mark, or UTF-16 with one. */
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

    /** Splits a text at LF, CR LF or CR. A line end at the very end starts no further line. */
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

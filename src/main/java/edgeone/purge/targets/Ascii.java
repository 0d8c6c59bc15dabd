package edgeone.purge.targets;

import java.nio.charset.StandardCharsets;

/** Converts text to the ASCII that goes on the wire; nothing here depends on a locale. */
final class Ascii {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Ascii() {}

    /** Lower-cases A to Z only. */
    static String lower(String text) {
        int first = 0;
        while (first < text.length() && !isUpper(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder lower = new StringBuilder(text);
        for (int i = first; i < lower.length(); i++) {
            if (isUpper(lower.charAt(i))) {
                lower.setCharAt(i, (char) (lower.charAt(i) + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    /**
     * Percent-encodes spaces and non-ASCII characters as UTF-8. Everything else, including percent
     * signs, stays as is, so encoding twice changes nothing. Returns the same object if there was
     * nothing to encode.
     *
     * @param text without lone surrogates
     */
    static String percentEncode(String text) {
        int first = 0;
        while (first < text.length() && !needsEncoding(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 32).append(text, 0, first);
        int at = first;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && needsEncoding(text.charAt(at))) {
                at++;
            }
            for (byte b : text.substring(start, at).getBytes(StandardCharsets.UTF_8)) {
                encoded.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
            }
            start = at;
            while (at < text.length() && !needsEncoding(text.charAt(at))) {
                at++;
            }
            encoded.append(text, start, at);
        }
        return encoded.toString();
    }

    static boolean isLetter(char c) {
        return isUpper(c) || (c >= 'a' && c <= 'z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean needsEncoding(char c) {
        return c == ' ' || c >= 0x80;
    }
}

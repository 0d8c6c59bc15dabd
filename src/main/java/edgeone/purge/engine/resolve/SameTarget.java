package edgeone.purge.engine.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decides whether a row of EdgeOne's list and a sent target are the same. EdgeOne may list a target
 * spelled differently from how it was sent; not recognising it would make its purge look absent and
 * send it twice. So two spellings are one target if no server may tell them apart (RFC 3986,
 * 6.2.2): the case of scheme, host and percent-encodings, and whether unreserved and non-ASCII
 * characters are percent-encoded. Path and query keep their case.
 */
public final class SameTarget {
    private SameTarget() {}

    /** Equal for two spellings of one target. */
    public static String key(String target) {
        int scheme = target.indexOf("://");
        if (scheme <= 0) {
            return encoded(target);
        }
        int host = scheme + 3;
        int path = host;
        while (path < target.length() && "/?#".indexOf(target.charAt(path)) < 0) {
            path++;
        }
        String rest = target.substring(path);
        return target.substring(0, path).toLowerCase(Locale.ROOT)
                + (rest.isEmpty() ? "/" : encoded(rest));
    }

    private static String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder key = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int hex = i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
            if (bytes[i] == '%' && hex >= 0) {
                append(key, hex, isUnreserved(hex));
                i += 2;
            } else {
                append(key, bytes[i] & 0xff, bytes[i] > ' ');
            }
        }
        return key.toString();
    }

    private static void append(StringBuilder key, int value, boolean plain) {
        if (plain) {
            key.append((char) value);
        } else {
            key.append('%').append(digit(value >> 4)).append(digit(value & 15));
        }
    }

    private static char digit(int value) {
        return Character.toUpperCase(Character.forDigit(value, 16));
    }

    private static int hex(byte high, byte low) {
        int a = Character.digit(high, 16);
        int b = Character.digit(low, 16);
        return a < 0 || b < 0 ? -1 : a * 16 + b;
    }

    private static boolean isUnreserved(int value) {
        return (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || value == '-'
                || value == '.'
                || value == '_'
                || value == '~';
    }
}

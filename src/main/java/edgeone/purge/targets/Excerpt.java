package edgeone.purge.targets;

import java.util.HexFormat;

/** Makes text of unknown origin fit to show: short, without invisible characters. */
final class Excerpt {
    private static final int LONGEST = 200;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Excerpt() {}

    /** The first 200 characters; invisible ones are written as {@code \\u0009}. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
        int at = 0;
        while (at < text.length() && at < LONGEST) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isVisible(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u").append(HEX.toHexDigits(c), c > 0xFFFF ? 2 : 4, 8);
            }
        }
        return at < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isVisible(int c) {
        if (c >= ' ' && c < 0x7F) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}

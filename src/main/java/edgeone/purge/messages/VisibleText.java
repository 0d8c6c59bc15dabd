package edgeone.purge.messages;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Makes text from outside safe to show: server replies, targets, names, paths, the journal's
 * content, messages of libraries.
 *
 * <p>Characters without a visible shape are written as their code point in hexadecimal, {@code
 * \}{@code u{1B}}: control characters including tab and line breaks, bidirectional controls,
 * zero-width and other invisible characters, line and paragraph separators, unpaired surrogates,
 * and unassigned code points. A backslash that would begin such a form is escaped too, so two
 * different texts never look alike.
 */
public final class VisibleText {
    private static final String ESCAPE = "\\u{";

    private VisibleText() {}

    /** {@code text} on one line. Apply once, to the original text. */
    public static String of(String text) {
        return escaped(text, true, VisibleText::hasShape);
    }

    /**
     * Composed text for a terminal, possibly with several lines: keeps line feeds, carriage returns
     * before them, and escapes already made. The last defence of a stream.
     *
     * @param holds whether the stream can encode a code point
     */
    public static String lines(String text, IntPredicate holds) {
        return escaped(text, false, c -> hasShape(c) && holds.test(c));
    }

    private static String escaped(String text, boolean one, IntPredicate stays) {
        StringBuilder shown = null;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean keep =
                    one
                            ? stays.test(c) && !text.startsWith(ESCAPE, at)
                            : stays.test(c) || isLineBreak(text, at);
            if (!keep && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, at);
            }
            if (shown != null) {
                if (keep) {
                    shown.appendCodePoint(c);
                } else {
                    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
                    shown.append(ESCAPE).append(hex).append('}');
                }
            }
            at = next;
        }
        return shown == null ? text : shown.toString();
    }

    private static boolean isLineBreak(String text, int at) {
        return text.charAt(at) == '\n' || text.startsWith("\r\n", at);
    }

    private static boolean hasShape(int c) {
        if (c >= ' ' && c < 0x7F) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> !isIgnorable(c);
        };
    }

    /** Unicode's Default_Ignorable_Code_Point where the category does not cover it, and blanks. */
    private static boolean isIgnorable(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}

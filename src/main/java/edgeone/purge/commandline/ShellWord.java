package edgeone.purge.commandline;

import edgeone.purge.messages.VisibleText;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Quotes a text as one word of a POSIX shell, to be pasted into a terminal.
 *
 * <p>Quoting alone is not enough there: a control character is a key to a terminal, so one that
 * ends the line or the paste would run what follows it. Characters without a shape are therefore
 * written as the octal bytes of a {@code printf}, and the line a person pastes is the line they
 * see.
 */
final class ShellWord {
    private static final String HARMLESS = "@%+=:,./_-";

    private ShellWord() {}

    /**
     * Whether a text can be a word of a command line, and one line of a list: neither holds a line
     * break, no argument holds a NUL, and half a surrogate pair is no text.
     */
    static boolean isPossible(String text) {
        return text.chars().noneMatch(c -> c == 0 || c == '\n' || c == '\r')
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /**
     * The word.
     *
     * @throws IllegalArgumentException for a text that is not {@linkplain #isPossible possible}
     */
    static String of(String text) {
        if (!isPossible(text)) {
            throw new IllegalArgumentException("not a word of a command line");
        }
        if (!text.isEmpty() && text.chars().allMatch(ShellWord::isHarmless)) {
            return text;
        }
        return text.codePoints().allMatch(ShellWord::hasShape)
                ? "'" + text.replace("'", "'\\''") + "'"
                : printed(text);
    }

    /**
     * Interactive shells look for {@code !} between these quotes, and {@code printf} for options,
     * so only what nobody looks for stays.
     */
    private static String printed(String text) {
        StringBuilder word = new StringBuilder("\"$(printf '");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (isHarmless(c) && c != '%' && c != '-') {
                word.append((char) c);
            } else {
                word.append('\\').append(String.format(Locale.ROOT, "%03o", c));
            }
        }
        return word.append("')\"").toString();
    }

    private static boolean isHarmless(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || HARMLESS.indexOf(c) >= 0;
    }

    private static boolean hasShape(int c) {
        String sign = Character.toString(c);
        return VisibleText.of(sign).equals(sign);
    }
}

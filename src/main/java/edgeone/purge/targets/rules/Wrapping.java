package edgeone.purge.targets.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What chat programs and documents put around an address: quotes, brackets, bullets, closing
 * punctuation, invisible characters.
 */
public final class Wrapping {
    private static final String OPENERS = "\"'`<([{“‘„‚«‹「『《〈（【";
    private static final String CLOSERS = "\"'`>)]}”’”’»›」』》〉）】";

    /** Closers that are also characters of an address, taken only with their opener. */
    private static final String AMBIGUOUS = "'`)]}";

    private static final String CLOSING = ",;，。、；";
    private static final Pattern ENTITY_END = Pattern.compile("&#?[A-Za-z0-9]{2,8};$");
    private static final Pattern BULLET =
            Pattern.compile(
                    "(?:[-*+–—]\\s+(?:\\[[ xX]\\]\\s+)?|[•·‣◦▪●○■]\\s*|\\d{1,6}[.)]\\s+"
                            + "|\\d{1,6}、\\s*|>\\s*)");

    private Wrapping() {}

    /**
     * The address inside, or {@code line} itself where nothing is around it or what is inside is no
     * address.
     */
    public static String clean(String line) {
        if (line.isEmpty()
                || (isPlain(line.charAt(0)) && !mayClose(line.charAt(line.length() - 1)))) {
            return line;
        }
        StringBuilder opened = new StringBuilder();
        String now = line;
        String before;
        do {
            before = now;
            now = withoutStart(now, opened);
            now = withoutEnd(now, opened);
        } while (!now.equals(before));
        boolean address =
                AddressText.isBare(now) || (now.contains("://") && isPlain(now.charAt(0)));
        return address ? now : line;
    }

    private static String withoutStart(String text, StringBuilder opened) {
        Matcher bullet = BULLET.matcher(text);
        if (bullet.lookingAt()) {
            return text.substring(bullet.end());
        }
        if (text.isEmpty()) {
            return "";
        }
        char first = text.charAt(0);
        if (OPENERS.indexOf(first) >= 0) {
            opened.append(first);
            return text.substring(1);
        }
        return isUnseen(first) || CLOSING.indexOf(first) >= 0 ? text.substring(1) : text;
    }

    private static String withoutEnd(String text, StringBuilder opened) {
        if (text.isEmpty()) {
            return "";
        }
        char last = text.charAt(text.length() - 1);
        String shorter = text.substring(0, text.length() - 1);
        if (isUnseen(last) || CLOSING.indexOf(last) >= 0) {
            return last == ';' && ENTITY_END.matcher(text).find() ? text : shorter;
        }
        int closer = CLOSERS.indexOf(last);
        if (closer < 0) {
            return text;
        }
        char opener = OPENERS.charAt(closer);
        int taken = opened.lastIndexOf(String.valueOf(opener));
        if (taken >= 0) {
            opened.deleteCharAt(taken);
            return shorter;
        }
        return AMBIGUOUS.indexOf(last) < 0 && !closes(text, opener, last) ? shorter : text;
    }

    /** Whether the last character closes what was opened inside. */
    private static boolean closes(String text, char opener, char last) {
        long openers = text.chars().filter(c -> c == opener).count();
        return opener == last
                ? openers % 2 == 0
                : openers >= text.chars().filter(c -> c == last).count();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean mayClose(char c) {
        return isUnseen(c) || CLOSING.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
    }

    /** Spaces of any width, and characters that only steer how text is set. */
    private static boolean isUnseen(char c) {
        return AddressText.isSpace(c) || Character.getType(c) == Character.FORMAT;
    }
}

package edgeone.purge.targets.rules;

/** What an address looks like from afar, before it is read. */
public final class AddressText {
    private AddressText() {}

    /** Whether {@code http://} or {@code https://} stands at {@code at}, in any case. */
    public static boolean isSchemeAt(String text, int at) {
        return text.regionMatches(true, at, "http://", 0, "http://".length())
                || text.regionMatches(true, at, "https://", 0, "https://".length());
    }

    public static boolean isHttp(String text) {
        return isSchemeAt(text, 0);
    }

    /**
     * A host with a dot in it, and perhaps a port, a path or a query: an address without scheme.
     */
    public static boolean isBare(String text) {
        int end = 0;
        boolean dot = false;
        boolean letter = false;
        while (end < text.length() && "/?#:".indexOf(text.charAt(end)) < 0) {
            char c = text.charAt(end);
            boolean ofName =
                    c == '-' || c == '_' || c == '*' || Character.isLetterOrDigit(c) || c >= 0xD800;
            if (c == '.') {
                dot |= end > 0 && text.charAt(end - 1) != '.';
                if (!dot) {
                    return false;
                }
            } else if (!ofName) {
                return false;
            }
            letter |= Character.isLetter(c);
            end++;
        }
        return dot && letter && text.charAt(end - 1) != '.' && isPort(text, end);
    }

    /** A host by itself. */
    public static boolean isHost(String text) {
        return isBare(text) && text.chars().noneMatch(c -> "/?#:".indexOf(c) >= 0);
    }

    private static boolean isPort(String text, int colon) {
        if (colon >= text.length() || text.charAt(colon) != ':') {
            return true;
        }
        int end = colon + 1;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            if (text.charAt(end) < '0' || text.charAt(end) > '9') {
                return false;
            }
            end++;
        }
        return end > colon + 1;
    }

    /** Unicode's property White_Space. */
    public static boolean isSpace(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\u000B', '\f', '\r', '\u0085', '\u00A0', '\u1680' -> true;
            case '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }
}

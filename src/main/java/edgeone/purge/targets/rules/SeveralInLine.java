package edgeone.purge.targets.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that holds more than one address.
 *
 * @param parts the addresses, in order, with nothing around them
 * @param certain whether nothing but separators stands between them, so that no part of an address
 *     can get lost or cut
 */
public record SeveralInLine(List<String> parts, boolean certain) {
    /** What can stand between two addresses and also inside one. */
    private static final String DOUBTFUL = ",;|";

    private static final String SEPARATORS = "，；、。\"<>“”‘’«»「」『』《》（）【】";
    private static final SeveralInLine NONE = new SeveralInLine(List.of(), true);

    public SeveralInLine {
        parts = List.copyOf(parts);
    }

    public boolean isSeveral() {
        return parts.size() > 1;
    }

    /** Full addresses. One that is part of another, as in {@code ?to=https://…}, does not count. */
    public static SeveralInLine addresses(String line) {
        if (line.indexOf("://") == line.lastIndexOf("://")) {
            return NONE;
        }
        List<Integer> starts = starts(line);
        if (starts.size() < 2) {
            return NONE;
        }
        List<String> parts = new ArrayList<>();
        boolean certain = isAround(line.substring(0, starts.getFirst()));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : line.length();
            String part = withoutOpeners(line.substring(starts.get(i), end), end < line.length());
            parts.add(part);
            certain &= part.chars().noneMatch(c -> AddressText.isSpace((char) c));
        }
        return new SeveralInLine(parts, certain);
    }

    /** Bare host names, apart by spaces or punctuation. */
    public static SeveralInLine hosts(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split("[\\p{IsWhite_Space},;|，；、]+", -1)) {
            String clean = Wrapping.clean(part);
            if (clean.isEmpty()) {
                continue;
            }
            if (!AddressText.isHost(clean)) {
                return NONE;
            }
            parts.add(clean);
        }
        return parts.size() > 1 ? new SeveralInLine(parts, true) : NONE;
    }

    private static List<Integer> starts(String line) {
        List<Integer> starts = new ArrayList<>();
        boolean embedded = false;
        for (int at = line.indexOf("://"); at >= 0; at = line.indexOf("://", at + 3)) {
            int start = schemeStart(line, at);
            if (start < 0) {
                continue;
            }
            if (isApart(line, start, embedded)) {
                starts.add(start);
                embedded = false;
            } else {
                embedded = true;
            }
        }
        return starts;
    }

    private static int schemeStart(String line, int colon) {
        for (String scheme : new String[] {"https", "http"}) {
            int start = colon - scheme.length();
            if (start >= 0 && line.regionMatches(true, start, scheme, 0, scheme.length())) {
                return start;
            }
        }
        return -1;
    }

    private static boolean isApart(String line, int start, boolean embedded) {
        int at = start - 1;
        while (at >= 0 && "([{'`".indexOf(line.charAt(at)) >= 0) {
            at--;
        }
        if (at < 0) {
            return true;
        }
        char c = line.charAt(at);
        return AddressText.isSpace(c)
                || Character.getType(c) == Character.FORMAT
                || SEPARATORS.indexOf(c) >= 0
                || (!embedded && DOUBTFUL.indexOf(c) >= 0);
    }

    private static String withoutOpeners(String part, boolean followed) {
        int end = part.length();
        while (followed && isBetween(part.charAt(end - 1))) {
            end--;
        }
        String clean = Wrapping.clean(part.substring(0, end).strip());
        return clean.endsWith("|") && followed ? clean.substring(0, clean.length() - 1) : clean;
    }

    private static boolean isBetween(char c) {
        return AddressText.isSpace(c) || "([{'`\"<“‘«「『《（【|".indexOf(c) >= 0;
    }

    /** Whether a beginning says nothing. */
    private static boolean isAround(String text) {
        String address = "http://a.b/";
        return Wrapping.clean(text + address).equals(address);
    }
}

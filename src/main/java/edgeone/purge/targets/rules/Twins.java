package edgeone.purge.targets.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds the addresses beside an address under which a cache may hold the same object. */
public final class Twins {
    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";

    private Twins() {}

    /**
     * Every combination of {@code kinds}, without the address itself. A twin never covers more than
     * one object.
     *
     * @param url the address of one object, as sent
     */
    public static List<String> ofUrl(String url, Set<TwinKind> kinds) {
        List<UnaryOperator<String>> turns = new ArrayList<>();
        if (kinds.contains(TwinKind.SCHEME)) {
            turns.add(Twins::otherScheme);
        }
        if (kinds.contains(TwinKind.SLASH)) {
            turns.add(Twins::otherSlash);
        }
        if (kinds.contains(TwinKind.QUERY)) {
            turns.add(Twins::withoutQuery);
        }
        return turned(url, turns);
    }

    /**
     * The directory under the other scheme where that is asked for; the other kinds would make it
     * wider.
     *
     * @param directory as sent
     */
    public static List<String> ofDirectory(String directory, Set<TwinKind> kinds) {
        return kinds.contains(TwinKind.SCHEME)
                ? turned(directory, List.of(Twins::otherScheme))
                : List.of();
    }

    private static List<String> turned(String start, List<UnaryOperator<String>> turns) {
        Set<String> found = new LinkedHashSet<>(List.of(start));
        for (UnaryOperator<String> turn : turns) {
            for (String text : List.copyOf(found)) {
                found.add(turn.apply(text));
            }
        }
        found.remove(start);
        return List.copyOf(found);
    }

    private static String otherScheme(String address) {
        if (address.startsWith(HTTP)) {
            return HTTPS + withoutPort(address.substring(HTTP.length()), ":443");
        }
        return address.startsWith(HTTPS)
                ? HTTP + withoutPort(address.substring(HTTPS.length()), ":80")
                : address;
    }

    /** Leaves out the port that is the other scheme's own. */
    private static String withoutPort(String afterScheme, String port) {
        int end = endOfAuthority(afterScheme);
        String authority = afterScheme.substring(0, end);
        return authority.endsWith(port)
                ? authority.substring(0, authority.length() - port.length())
                        + afterScheme.substring(end)
                : afterScheme;
    }

    private static String otherSlash(String url) {
        int authority = url.indexOf("://") + "://".length();
        int path = authority + endOfAuthority(url.substring(authority));
        int end = firstOf(url, "?");
        if (end - path <= 1) {
            return url;
        }
        return url.charAt(end - 1) == '/'
                ? url.substring(0, end - 1) + url.substring(end)
                : url.substring(0, end) + "/" + url.substring(end);
    }

    private static String withoutQuery(String url) {
        return url.substring(0, firstOf(url, "?"));
    }

    private static int endOfAuthority(String afterScheme) {
        return firstOf(afterScheme, "/?");
    }

    /** Where the first of some characters stands; the length where there is none. */
    private static int firstOf(String text, String characters) {
        int at = 0;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}

package edgeone.purge.emulator.api.action;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL split into what matters to a cache; only the case of the host and an empty path are
 * normalised.
 *
 * @param authority host in lower case, with port and user info if given
 * @param path path and query as written; {@code /} where empty
 */
public record UrlParts(String authority, String path) {
    private static final Pattern URL =
            Pattern.compile("(?i:https?)://([^/?#\\s]+)([/?][\\x21-\\x22\\x24-\\x7e]*)?");

    /** Empty if the text is not an HTTP URL of printable ASCII without a fragment. */
    public static Optional<UrlParts> of(String text) {
        Matcher matcher = URL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String path = matcher.group(2) == null ? "/" : matcher.group(2);
        return Optional.of(
                new UrlParts(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        path.startsWith("?") ? "/" + path : path));
    }
}

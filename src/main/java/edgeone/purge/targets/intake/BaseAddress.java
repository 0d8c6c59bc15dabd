package edgeone.purge.targets.intake;

import edgeone.purge.targets.rules.AddressText;
import edgeone.purge.targets.rules.DotSegments;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that paths are completed with.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host, and port where one is given
 * @param path empty, or from its first slash on
 */
public record BaseAddress(String scheme, String authority, String path) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?)://([^/?#@\\s\\\\]+)(/[^?#]*)?(?:[?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    /** Empty for anything but an http or https address. */
    public static Optional<BaseAddress> of(String text) {
        Matcher matcher = ADDRESS.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String path = matcher.group(3) == null ? "" : matcher.group(3);
        return Optional.of(
                new BaseAddress(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), path));
    }

    /** Whether a reference names its scheme. */
    static boolean hasScheme(String reference) {
        return SCHEME.matcher(reference).matches();
    }

    String origin() {
        return scheme + "://" + authority;
    }

    /** A path of the host. */
    String withPath(String absolutePath) {
        return origin() + absolutePath;
    }

    /** A path below this address, which is a folder. */
    String below(String relativePath) {
        return origin() + (path.endsWith("/") ? path : path + "/") + relativePath;
    }

    /**
     * What a browser asks for when it follows a reference on the page that this address is.
     *
     * @param reference without a fragment; with no scheme but http or https
     */
    String resolve(String reference) {
        if (AddressText.isHttp(reference)) {
            return reference;
        }
        if (reference.startsWith("//")) {
            return scheme + ":" + reference;
        }
        if (reference.isEmpty() || reference.startsWith("?")) {
            return origin() + (path.isEmpty() ? "/" : path) + reference;
        }
        int query = reference.indexOf('?');
        String target = query < 0 ? reference : reference.substring(0, query);
        String merged =
                target.startsWith("/")
                        ? target
                        : path.substring(0, path.lastIndexOf('/') + 1) + target;
        String absolute = merged.startsWith("/") ? merged : "/" + merged;
        String resolved = DotSegments.isIn(absolute) ? DotSegments.resolve(absolute) : absolute;
        return origin() + resolved + (query < 0 ? "" : reference.substring(query));
    }
}

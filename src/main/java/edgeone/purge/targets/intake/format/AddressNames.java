package edgeone.purge.targets.intake.format;

import java.util.Locale;
import java.util.Set;

/** Names that say that what they name is an address. */
final class AddressNames {
    private static final Set<String> NAMES =
            Set.of(
                    "url",
                    "urls",
                    "uri",
                    "uris",
                    "href",
                    "hrefs",
                    "loc",
                    "locs",
                    "link",
                    "links",
                    "address",
                    "addresses",
                    "target",
                    "targets",
                    "page",
                    "pages",
                    "pageurl",
                    "fullurl",
                    "permalink",
                    "permalinks",
                    "canonical",
                    "canonicalurl",
                    "网址",
                    "地址",
                    "链接",
                    "页面");

    private AddressNames() {}

    /** The name to give where several are addresses. */
    static boolean isPlainest(String name) {
        return name.strip().equalsIgnoreCase("url");
    }

    static boolean has(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.:-]", ""));
    }
}

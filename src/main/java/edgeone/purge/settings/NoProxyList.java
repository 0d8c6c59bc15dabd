package edgeone.purge.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hosts that are reached without the proxy: a host name or address matches itself, {@code
 * .example.com} and {@code *.example.com} what is below, {@code *} everything.
 */
public record NoProxyList(List<String> entries) {
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;|]+");

    public static final NoProxyList LOOPBACK =
            new NoProxyList(List.of("localhost", "127.0.0.1", "::1"));

    public NoProxyList {
        entries =
                entries.stream()
                        .map(e -> e.strip().toLowerCase(Locale.ROOT))
                        .filter(e -> !e.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Of a line as people write it: separated by commas, semicolons, bars or blanks. */
    public static NoProxyList parse(String line) {
        return new NoProxyList(SEPARATOR.splitAsStream(line).toList());
    }

    /**
     * Whether {@code host} is reached directly.
     *
     * @param host a name, or an address with or without brackets
     */
    public boolean matches(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String bare =
                lower.startsWith("[") && lower.endsWith("]")
                        ? lower.substring(1, lower.length() - 1)
                        : lower;
        return entries.stream().anyMatch(e -> matches(e, bare));
    }

    private static boolean matches(String entry, String host) {
        if (entry.equals("*")) {
            return true;
        }
        String suffix = entry.startsWith("*.") ? entry.substring(1) : entry;
        return suffix.startsWith(".")
                ? host.endsWith(suffix) && host.length() > suffix.length()
                : host.equals(suffix);
    }
}

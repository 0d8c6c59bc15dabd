package edgeone.purge.app.wiring;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxy set in {@code HTTPS_PROXY} or {@code ALL_PROXY}, in upper or lower case, with {@code
 * NO_PROXY}: the variables curl and most tools read.
 *
 * @param user null if not given
 * @param password null if not given
 * @param noProxy in the form of {@link edgeone.purge.teo.net.NetworkOptions#noProxy()}
 */
public record EnvironmentProxy(
        boolean socks,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        List<String> noProxy) {
    private static final Pattern PROXY =
            Pattern.compile(
                    "(?:(http|socks5h?)://)?(?:([^:@/]*)(?::([^@/]*))?@)?"
                            + "(\\[[0-9a-fA-F:]+\\]|[^:@/\\s]+)(?::(\\d{1,5}))?/?");

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    /** Empty if the environment has none or an invalid one. */
    public static Optional<EnvironmentProxy> of(Map<String, String> environment) {
        Matcher proxy = PROXY.matcher(value(environment, "https_proxy", "all_proxy"));
        if (!proxy.matches()) {
            return Optional.empty();
        }
        String scheme = proxy.group(1);
        boolean socks = scheme != null && scheme.startsWith("socks5");
        int port = proxy.group(5) == null ? (socks ? 1_080 : 80) : Integer.parseInt(proxy.group(5));
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        return Optional.of(
                new EnvironmentProxy(
                        socks,
                        proxy.group(4),
                        port,
                        decoded(proxy.group(2)),
                        decoded(proxy.group(3)),
                        noProxy(value(environment, "no_proxy"))));
    }

    /** A plain name stands for the host and its subdomains; ports are ignored. */
    private static List<String> noProxy(String list) {
        List<String> entries = new ArrayList<>();
        for (String entry : SEPARATOR.split(list, -1)) {
            String host = entry.replaceFirst(":\\d+$", "");
            if (host.isEmpty()) {
                continue;
            }
            entries.add(host);
            if (!host.startsWith(".") && !host.startsWith("*")) {
                entries.add("." + host);
            }
        }
        return entries;
    }

    private static String value(Map<String, String> environment, String... names) {
        for (String name : names) {
            for (String spelled : new String[] {name, name.toUpperCase(Locale.ROOT)}) {
                String value = environment.getOrDefault(spelled, "");
                if (!value.isBlank()) {
                    return value.strip();
                }
            }
        }
        return "";
    }

    private static @Nullable String decoded(@Nullable String part) {
        if (part == null || part.isEmpty()) {
            return null;
        }
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return (socks ? "socks5://" : "http://") + host + ":" + port;
    }
}

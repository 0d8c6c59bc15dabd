package edgeone.purge.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be an endpoint: {@code https} anywhere, {@code http} only where nobody can listen. */
final class EndpointUrl {
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private EndpointUrl() {}

    static Optional<AccountProblem> problemOf(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of(AccountProblem.ENDPOINT_NOT_URL);
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of(AccountProblem.ENDPOINT_NOT_URL);
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
            return Optional.of(AccountProblem.ENDPOINT_NOT_URL);
        }
        boolean bare =
                url.getRawUserInfo() == null
                        && url.getRawQuery() == null
                        && url.getRawFragment() == null
                        && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
        if (!bare) {
            return Optional.of(AccountProblem.ENDPOINT_HAS_MORE);
        }
        if (scheme.equals("http") && !isLoopback(url.getHost())) {
            return Optional.of(AccountProblem.ENDPOINT_NOT_SAFE);
        }
        return Optional.empty();
    }

    /** Lower case, without a slash at the end and without the port that goes without saying. */
    static URI normalised(String text) {
        URI url = URI.create(text);
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = url.getPort() == -1 || url.getPort() == usual ? "" : ":" + url.getPort();
        return URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port);
    }

    /** The same as {@link #problemOf} for code that should have asked. */
    static void check(String text) {
        problemOf(text)
                .ifPresent(
                        p -> {
                            throw new IllegalArgumentException(p + ": " + text);
                        });
    }

    /** By its text alone: a name that is looked up could lead anywhere. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || LOOPBACK_V4.matcher(host).matches();
    }
}

package edgeone.purge.teo.net;

import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.InvalidSettingException.Problem;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of the API: a scheme, a host and a port, nothing else. {@code http} is allowed only
 * to this machine. Equal endpoints have the same {@link #url()}.
 */
public final class TeoEndpoint {
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#\\\\]*)(.*)", Pattern.DOTALL);
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");

    /** For accounts of the China site. */
    public static final TeoEndpoint CHINA = of("https://teo.tencentcloudapi.com");

    /** For accounts of the international site. */
    public static final TeoEndpoint INTERNATIONAL = of("https://teo.intl.tencentcloudapi.com");

    private final HttpUrl url;

    private TeoEndpoint(HttpUrl url) {
        this.url = url;
    }

    /**
     * Parses {@code https://host}, {@code http://localhost:8080} or a bare host, which means https.
     *
     * @throws InvalidSettingException saying what is wrong with {@code text}
     */
    public static TeoEndpoint of(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new InvalidSettingException(Problem.ENDPOINT_EMPTY, "");
        }
        Matcher parts = PARTS.matcher(trimmed);
        if (!parts.matches()) {
            throw new InvalidSettingException(Problem.ENDPOINT_NOT_A_URL, trimmed);
        }
        String authority = parts.group(2);
        if (authority.contains("@")) {
            String host = authority.substring(authority.lastIndexOf('@') + 1);
            throw new InvalidSettingException(Problem.ENDPOINT_USER_INFO, host);
        }
        String scheme = scheme(parts.group(1));
        HttpUrl url = HttpUrl.parse(scheme + "://" + authority + "/");
        boolean known = scheme.equals("https") || scheme.equals("http");
        if (!known || url == null || authority.isEmpty() || authority.matches(".*[\\s%].*")) {
            throw new InvalidSettingException(Problem.ENDPOINT_NOT_A_URL, trimmed);
        }
        if (!parts.group(3).isEmpty() && !parts.group(3).equals("/")) {
            throw new InvalidSettingException(Problem.ENDPOINT_PATH, trimmed);
        }
        TeoEndpoint endpoint = new TeoEndpoint(url);
        if (!url.isHttps() && !endpoint.isLoopback()) {
            throw new InvalidSettingException(Problem.ENDPOINT_PLAIN_HTTP, trimmed);
        }
        return endpoint;
    }

    private static String scheme(@Nullable String given) {
        return given == null ? "https" : given.toLowerCase(Locale.ROOT);
    }

    /** Without a trailing slash; the port only if it is not the scheme's default. */
    public String url() {
        String text = url.toString();
        return text.substring(0, text.length() - 1);
    }

    /** Host, and port if it is not the scheme's default, as in the {@code Host} header. */
    public String authority() {
        return url().substring(url.scheme().length() + "://".length());
    }

    /** Whether requests go over TLS. */
    public boolean isHttps() {
        return url.isHttps();
    }

    /** Whether this is the local machine; such calls never go through a proxy. */
    public boolean isLoopback() {
        return isLoopback(url.host());
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    public HttpUrl httpUrl() {
        return url;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TeoEndpoint that && url.equals(that.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    @Override
    public String toString() {
        return url();
    }
}

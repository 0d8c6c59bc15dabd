package edgeone.purge.teo.net;

import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.InvalidSettingException.Problem;

import org.jspecify.annotations.Nullable;

/** How EdgeOne is reached. Calls to the local machine never go through a proxy. */
public sealed interface ProxyChoice {

    /** Java's system settings ({@code https.proxyHost} …). */
    record FromSystem() implements ProxyChoice {}

    /** Directly. */
    record None() implements ProxyChoice {}

    /**
     * An HTTP proxy, used with CONNECT.
     *
     * @param user for Basic sign-in; null without
     * @param secret asked for each time a connection is opened; null without
     */
    record Http(String host, int port, @Nullable String user, @Nullable ProxyPassword secret)
            implements ProxyChoice {
        public Http {
            check(host, port);
        }
    }

    /**
     * A SOCKS 5 proxy, which also resolves the host name.
     *
     * @param user for sign-in with user and password; null without
     * @param secret asked for each time a connection is opened; null without
     */
    record Socks(String host, int port, @Nullable String user, @Nullable ProxyPassword secret)
            implements ProxyChoice {
        public Socks {
            check(host, port);
        }
    }

    private static void check(String host, int port) {
        if (host.isBlank()) {
            throw new InvalidSettingException(Problem.PROXY_HOST, host);
        }
        if (port < 1 || port > 65_535) {
            throw new InvalidSettingException(Problem.PROXY_PORT, Integer.toString(port));
        }
    }
}

package edgeone.purge.settings;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The proxy EdgeOne is reached through. A password is a secret and stored with the secrets. */
public sealed interface ProxySetting {
    /**
     * Environment variable with a custom proxy's password for one run; overrides the stored one.
     */
    String PASSWORD_VARIABLE = "EDGEONE_PURGE_PROXY_PASSWORD";

    /** As the system is set. */
    ProxySetting SYSTEM = new AsSystem();

    ProxySetting NONE = new Direct();

    /** As the system is set. */
    record AsSystem() implements ProxySetting {}

    /** No proxy. */
    record Direct() implements ProxySetting {}

    /**
     * A custom proxy.
     *
     * @param port 1 to 65535
     * @param user null if the proxy requires none
     */
    record Own(Kind kind, String host, int port, @Nullable String user) implements ProxySetting {
        public Own {
            boolean odd = host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == '/');
            if (odd || port < 1 || port > 65_535) {
                throw new IllegalArgumentException("invalid proxy: " + host + ":" + port);
            }
        }
    }

    /** The protocol of a proxy. */
    enum Kind {
        HTTP,
        SOCKS5;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

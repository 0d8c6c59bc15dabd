package edgeone.purge.settings;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Through which proxy EdgeOne is reached. A password is a secret and is kept with the secrets. */
public sealed interface ProxySetting {
    /** Names the password of a proxy of one's own for one run, before the one that is kept. */
    String PASSWORD_VARIABLE = "EDGEONE_PURGE_PROXY_PASSWORD";

    /** As the system is set. */
    ProxySetting SYSTEM = new AsSystem();

    ProxySetting NONE = new Direct();

    /** As the system is set. */
    record AsSystem() implements ProxySetting {}

    /** No proxy. */
    record Direct() implements ProxySetting {}

    /**
     * A proxy of one's own.
     *
     * @param port 1 to 65535
     * @param user null where the proxy asks for none
     */
    record Own(Kind kind, String host, int port, @Nullable String user) implements ProxySetting {
        public Own {
            boolean odd = host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == '/');
            if (odd || port < 1 || port > 65_535) {
                throw new IllegalArgumentException("no proxy at " + host + ":" + port);
            }
        }
    }

    /** How a proxy is spoken to. */
    enum Kind {
        HTTP,
        SOCKS5;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

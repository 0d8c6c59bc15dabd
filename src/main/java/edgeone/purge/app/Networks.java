package edgeone.purge.app;

import edgeone.purge.accounts.Secret;
import edgeone.purge.accounts.SecretStoreException;
import edgeone.purge.accounts.SecretStores;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.Settings;
import edgeone.purge.teo.NetworkOptions;
import edgeone.purge.teo.ProxyChoice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** From what the reader chose to what the client needs. */
final class Networks {
    private Networks() {}

    static NetworkOptions options(Network network, SecretStores stores) {
        Duration connect = Duration.ofSeconds(network.connectSeconds());
        Duration read = Duration.ofSeconds(network.readSeconds());
        Duration write = Duration.ofSeconds(network.writeSeconds());
        return new NetworkOptions(
                connect,
                read,
                write,
                Duration.ofSeconds(network.callSeconds()),
                proxy(network.proxy(), stores),
                network.noProxy(),
                network.caFile() == null ? null : Path.of(network.caFile()));
    }

    private static ProxyChoice proxy(ProxySetting choice, SecretStores stores) {
        return switch (choice) {
            case ProxySetting.AsSystem() -> new ProxyChoice.FromSystem();
            case ProxySetting.Direct() -> new ProxyChoice.None();
            case ProxySetting.Own own -> {
                Supplier<String> secret = own.user() == null ? null : () -> password(stores);
                yield switch (own.kind()) {
                    case HTTP -> new ProxyChoice.Http(own.host(), own.port(), own.user(), secret);
                    case SOCKS5 ->
                            new ProxyChoice.Socks(own.host(), own.port(), own.user(), secret);
                };
            }
        };
    }

    /** The password is kept like any other secret, wherever it was put. */
    private static String password(SecretStores stores) {
        try {
            Optional<Secret> found = stores.of(stores.preferred()).load(Settings.PROXY_SECRET);
            if (found.isEmpty()) {
                return "";
            }
            try (Secret secret = found.get()) {
                return new String(secret.key());
            }
        } catch (SecretStoreException e) {
            // The proxy then refuses, and the client says that it did.
            return "";
        }
    }
}

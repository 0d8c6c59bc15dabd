package edgeone.purge.app.wiring;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.Settings;
import edgeone.purge.teo.error.ProxyPasswordException;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.ProxyChoice;
import edgeone.purge.teo.net.ProxyPassword;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns the network settings, and the system's, into the client's options. */
public final class Networks {
    /** The name of the proxy's password in the findings of a scan. */
    public static final String PROXY = "proxy";

    private final SecretStores stores;
    private final KnownSecrets known;
    private final Map<String, String> environment;
    private final Supplier<Language> language;

    Networks(
            SecretStores stores,
            KnownSecrets known,
            Map<String, String> environment,
            Supplier<Language> language) {
        this.stores = stores;
        this.known = known;
        this.environment = Map.copyOf(environment);
        this.language = language;
    }

    /** The options. A password is read only when a proxy asks for it. */
    NetworkOptions options(Network network) {
        List<String> noProxy = new ArrayList<>(network.noProxy());
        ProxyChoice proxy =
                switch (network.proxy()) {
                    case ProxySetting.AsSystem() -> system(noProxy);
                    case ProxySetting.Direct() -> new ProxyChoice.None();
                    case ProxySetting.Own own -> own(own);
                };
        return new NetworkOptions(
                Duration.ofSeconds(network.connectSeconds()),
                Duration.ofSeconds(network.readSeconds()),
                Duration.ofSeconds(network.writeSeconds()),
                Duration.ofSeconds(network.callSeconds()),
                proxy,
                noProxy,
                network.caFile() == null ? null : Path.of(network.caFile()));
    }

    private ProxyChoice system(List<String> noProxy) {
        Optional<EnvironmentProxy> named = EnvironmentProxy.of(environment);
        if (named.isEmpty()) {
            return new ProxyChoice.FromSystem();
        }
        EnvironmentProxy proxy = named.get();
        noProxy.addAll(proxy.noProxy());
        String password = proxy.password();
        ProxyPassword given = () -> password == null ? "" : password;
        return choice(proxy.socks(), proxy.host(), proxy.port(), proxy.user(), given);
    }

    private ProxyChoice own(ProxySetting.Own own) {
        boolean socks =
                switch (own.kind()) {
                    case HTTP -> false;
                    case SOCKS5 -> true;
                };
        return choice(socks, own.host(), own.port(), own.user(), this::password);
    }

    private static ProxyChoice choice(
            boolean socks, String host, int port, @Nullable String user, ProxyPassword given) {
        ProxyPassword password = user == null ? null : given;
        return socks
                ? new ProxyChoice.Socks(host, port, user, password)
                : new ProxyChoice.Http(host, port, user, password);
    }

    /** The password of this run, from the window or the environment; else the stored one. */
    private String password() throws ProxyPasswordException {
        String thisRun = password(StoreKind.SESSION);
        if (!thisRun.isEmpty()) {
            return thisRun;
        }
        String given = environment.getOrDefault(ProxySetting.PASSWORD_VARIABLE, "");
        return given.isEmpty() ? keptPassword() : given;
    }

    /** The stored password; empty if there is none. */
    String keptPassword() throws ProxyPasswordException {
        return password(stores.preferred());
    }

    private String password(StoreKind kind) throws ProxyPasswordException {
        try (Secret secret = stores.of(kind).load(Settings.PROXY_SECRET).orElse(null)) {
            if (secret == null) {
                return "";
            }
            known.addProxyPassword(PROXY, secret);
            return new String(secret.key());
        } catch (SecretStoreException e) {
            throw new ProxyPasswordException(e.text(Messages.in(language.get())));
        }
    }
}

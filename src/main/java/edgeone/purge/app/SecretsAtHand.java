package edgeone.purge.app;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.KnownSecrets;
import edgeone.purge.accounts.Secret;
import edgeone.purge.accounts.StoreKind;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.teo.ProxyPasswordException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every secret that can be had for a home folder, learnt so that a scan can look for it. */
final class SecretsAtHand {
    private final Map<String, String> environment;
    private final Accounts accounts;
    private final Networks networks;
    private final StoreKind proxyStore;
    private final KnownSecrets known;

    /**
     * @param proxyStore where the proxy's password is kept
     */
    SecretsAtHand(
            Map<String, String> environment,
            Accounts accounts,
            Networks networks,
            StoreKind proxyStore,
            KnownSecrets known) {
        this.environment = Map.copyOf(environment);
        this.accounts = accounts;
        this.networks = networks;
        this.proxyStore = proxyStore;
        this.known = known;
    }

    /** Learns them; returns whose could not be read. */
    List<String> learn(Network network) throws IOException {
        learnEnvironment();
        List<String> unread = new ArrayList<>(accounts.learnAll());
        if (network.proxy() instanceof ProxySetting.Own own && own.user() != null) {
            learnProxy(unread);
        }
        return unread;
    }

    /** As it is, be it of no use to sign in with. */
    private void learnEnvironment() {
        for (String name : List.of("TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_TOKEN")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isBlank()) {
                try (Secret secret = new Secret(value.strip().toCharArray(), null)) {
                    known.add(SignIn.ENVIRONMENT, secret);
                }
            }
        }
        EnvironmentProxy.of(environment).ifPresent(networks::learn);
    }

    private void learnProxy(List<String> unread) throws IOException {
        boolean shut =
                accounts.book().read().accounts().stream()
                        .filter(a -> a.store() == proxyStore)
                        .map(Account::name)
                        .anyMatch(unread::contains);
        if (shut) {
            unread.add(Networks.PROXY);
            return;
        }
        try {
            networks.password();
        } catch (ProxyPasswordException e) {
            unread.add(Networks.PROXY);
        }
    }
}

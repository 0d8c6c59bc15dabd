package edgeone.purge.app.wiring;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.teo.error.ProxyPasswordException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every secret that is kept for a home folder, learnt so that a scan can look for it. */
final class SecretsAtHand {
    private final Accounts accounts;
    private final Networks networks;
    private final StoreKind proxyStore;

    /**
     * @param proxyStore where the proxy's password is kept
     */
    SecretsAtHand(Accounts accounts, Networks networks, StoreKind proxyStore) {
        this.accounts = accounts;
        this.networks = networks;
        this.proxyStore = proxyStore;
    }

    /** Learns them; returns whose could not be read. */
    List<String> learn(Network network) throws IOException {
        List<String> unread = new ArrayList<>(accounts.learnAll());
        if (network.proxy() instanceof ProxySetting.Own own && own.user() != null) {
            learnProxy(unread);
        }
        return unread;
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
            networks.keptPassword();
        } catch (ProxyPasswordException e) {
            unread.add(Networks.PROXY);
        }
    }
}

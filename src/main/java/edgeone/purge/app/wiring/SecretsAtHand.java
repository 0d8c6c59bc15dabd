package edgeone.purge.app.wiring;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.team.desk.TeamAccess;
import edgeone.purge.teo.error.ProxyPasswordException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The secrets stored for a home folder, read so that a scan can look for them. */
final class SecretsAtHand {
    private final Accounts accounts;
    private final Networks networks;
    private final StoreKind proxyStore;
    private final KnownSecrets known;
    private final TeamAccess team;

    /**
     * @param proxyStore where the proxy's password is stored
     * @param known receives what the accounts and networks read
     */
    SecretsAtHand(
            Accounts accounts,
            Networks networks,
            StoreKind proxyStore,
            KnownSecrets known,
            TeamAccess team) {
        this.accounts = accounts;
        this.networks = networks;
        this.proxyStore = proxyStore;
        this.known = known;
        this.team = team;
    }

    /** Reads them; returns whose could not be read or is too short to look for. */
    List<String> learn(Network network) throws IOException {
        List<String> unread = new ArrayList<>(accounts.learnAll());
        if (network.proxy() instanceof ProxySetting.Own own && own.user() != null) {
            learnProxy(unread);
        }
        if (!team.learn()) {
            unread.add(TeamAccess.PASSWORD);
        }
        unread.addAll(known.tooShort());
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

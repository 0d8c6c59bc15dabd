package edgeone.purge.ui;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountBook;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.SafetyLog;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.check.ConnectionCheck;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.accounts.imports.CredentialImport;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.messages.Language;
import edgeone.purge.secrets.EncryptedFileStore;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.PassphraseSource;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.SessionStore;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.ui.accounts.AccountsAccess;
import edgeone.purge.ui.accounts.form.AccountColours;
import edgeone.purge.ui.shell.session.SignedIn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Real accounts in a home folder: with the encrypted file, the embedded EdgeOne to test
 * connections, and no keychain.
 */
public final class LiveAccounts implements AutoCloseable {
    public static final String ID = DemoAccount.SECRET_ID;
    public static final String KEY = DemoAccount.SECRET_KEY;

    private final LiveConsole live;
    private final AccountDesk desk;
    private final ConcurrentLinkedDeque<TeoClient> clients = new ConcurrentLinkedDeque<>();
    private final List<SafetyLog.Lowering> lowerings =
            Collections.synchronizedList(new ArrayList<>());
    private volatile PassphraseSource passphrases = _ -> "open sesame".toCharArray();

    /**
     * @param userHome where to look for keys of other tools
     */
    public LiveAccounts(Path home, Path userHome, LiveConsole live) {
        this.live = live;
        SecretStores stores =
                new SecretStores(
                        null,
                        new EncryptedFileStore(
                                home,
                                creating -> passphrases.passphrase(creating),
                                LiveConsole.CLOCK),
                        new SessionStore());
        Accounts accounts =
                new Accounts(
                        new AccountBook(home, LiveConsole.CLOCK),
                        stores,
                        new KnownSecrets(),
                        LiveConsole.CLOCK);
        desk =
                new AccountDesk(
                        accounts,
                        stores,
                        new ConnectionCheck(
                                this::client,
                                NetworkOptions.defaults()::proxyTo,
                                LiveConsole.CLOCK),
                        new CredentialImport(userHome, Map.of(), LiveConsole.CLOCK),
                        lowerings::add,
                        LiveConsole.CLOCK);
    }

    private TeoClient client(TeoEndpoint endpoint, Credentials key) {
        TeoClient client =
                new HttpTeoClient(
                        endpoint,
                        () -> key,
                        RequestGate.OPEN,
                        LiveConsole.CLOCK,
                        NetworkOptions.defaults(),
                        () -> Language.ENGLISH,
                        null);
        clients.add(client);
        return client;
    }

    public AccountsAccess access() {
        return new AccountsAccess(
                desk, this::open, () -> new SignedIn(live.connection(), "", "#6e7781"));
    }

    private SignedIn open(Account account) throws Exception {
        Credentials key = desk.accounts().signIn(account);
        Connection connection =
                new Connection(
                        account.name(),
                        account.id(),
                        Fingerprint.of(key.secretId()),
                        account.site().endpoint().url(),
                        () -> account.safety().effectiveLevel(LiveConsole.CLOCK.instant()),
                        false,
                        client(account.site().endpoint(), key));
        return new SignedIn(
                connection,
                account.site().label(),
                AccountColours.of(account.colour()),
                Objects.requireNonNullElse(account.defaultZone(), ""));
    }

    /** The endpoint of the embedded EdgeOne. */
    public String endpoint() {
        return live.endpoint();
    }

    /** Adds an account of the embedded EdgeOne. */
    public Account add(String name, StoreKind store) throws Exception {
        try (Secret secret = new Secret(KEY.toCharArray(), null)) {
            return desk.accounts().add(Account.of(name, Site.of(endpoint()), ID, store), secret);
        }
    }

    /** Replaces the source of passphrases. */
    public void passphrases(PassphraseSource source) {
        passphrases = source;
    }

    public Accounts accounts() {
        return desk.accounts();
    }

    public List<SafetyLog.Lowering> lowerings() {
        return List.copyOf(lowerings);
    }

    public List<Account> all() throws Exception {
        return desk.accounts().book().read().accounts();
    }

    @Override
    public void close() {
        clients.forEach(TeoClient::close);
    }
}

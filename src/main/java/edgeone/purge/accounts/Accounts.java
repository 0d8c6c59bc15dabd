package edgeone.purge.accounts;

import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStore;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.secrets.Wipe;
import edgeone.purge.teo.Credentials;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Accounts and their secrets: what the Accounts screen and the {@code account} command do. A secret
 * is stored before its account and removed after it, so that no account is ever left with a secret
 * that is not its own.
 */
public final class Accounts {
    private final AccountBook book;
    private final SecretStores stores;
    private final KnownSecrets known;
    private final Clock clock;

    /**
     * @param known remembers every secret used, so that a support bundle can be checked for it
     */
    public Accounts(AccountBook book, SecretStores stores, KnownSecrets known, Clock clock) {
        this.book = book;
        this.stores = stores;
        this.known = known;
        this.clock = clock;
    }

    public AccountBook book() {
        return book;
    }

    /**
     * Adds an account with its secret.
     *
     * @throws AccountException with everything wrong about key and name
     */
    public Account add(Account account, Secret secret)
            throws AccountException, SecretStoreException, IOException {
        checkKey(account, secret);
        known.add(account.name(), secret);
        Account fitting =
                account.withKey(account.secretId(), secret.hasToken(), expiry(account, secret));
        SecretStore store = stores.of(account.store());
        store.save(account.id(), secret);
        try {
            return book.add(fitting);
        } catch (AccountException | IOException | RuntimeException e) {
            try {
                store.remove(account.id());
            } catch (SecretStoreException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    /** Changes everything except the key, its store and the safety level. */
    public Account edit(String id, UnaryOperator<Account> change)
            throws AccountException, IOException {
        return book.edit(
                id,
                before ->
                        change.apply(before)
                                .withKey(before.secretId(), before.hasToken(), before.tokenExpiry())
                                .withStore(before.store()));
    }

    /**
     * Gives an account another key, possibly in another store.
     *
     * @param tokenExpiry null if unknown or without a token
     */
    public Account changeKey(
            String id,
            String secretId,
            Secret secret,
            @Nullable Instant tokenExpiry,
            StoreKind kind)
            throws AccountException, SecretStoreException, IOException {
        Account before = withId(id);
        Account wanted = before.withKey(secretId, secret.hasToken(), tokenExpiry).withStore(kind);
        checkKey(wanted, secret);
        known.add(before.name(), secret);
        stores.of(kind).save(id, secret);
        Account after =
                book.edit(
                        id,
                        a ->
                                a.withKey(secretId, secret.hasToken(), expiry(wanted, secret))
                                        .withStore(kind));
        if (before.store() != kind) {
            stores.of(before.store()).remove(id);
        }
        return after;
    }

    /**
     * Removes an account and then its secret.
     *
     * @throws SecretStoreException the account was removed, but its secret could not be
     */
    public void remove(String id) throws AccountException, SecretStoreException, IOException {
        Account account = withId(id);
        book.remove(id);
        stores.of(account.store()).remove(id);
    }

    /**
     * The secret to sign with. May make the system prompt for a password.
     *
     * @throws AccountException the secret is missing, or its token has expired
     */
    public Credentials signIn(Account account) throws AccountException, SecretStoreException {
        if (account.isExpired(clock.instant())) {
            throw new AccountException(AccountProblem.TOKEN_EXPIRED, account.name());
        }
        Optional<Secret> secret = stores.of(account.store()).load(account.id());
        if (secret.isEmpty()) {
            throw new AccountException(AccountProblem.SECRET_MISSING, account.name());
        }
        try (Secret own = secret.get()) {
            known.add(account.name(), own);
            return own.credentials(account.secretId());
        }
    }

    /**
     * The result of forgetting a passphrase.
     *
     * @param setAside where the encrypted file was moved; null if there was none
     * @param accounts names of the accounts whose key must be entered anew
     */
    public record Forgotten(@Nullable Path setAside, List<String> accounts) {
        public Forgotten {
            accounts = List.copyOf(accounts);
        }
    }

    /** Names of the accounts whose key is in the encrypted file. */
    public List<String> inEncryptedFile() throws IOException {
        return book.read().accounts().stream()
                .filter(a -> a.store() == StoreKind.FILE)
                .map(Account::name)
                .toList();
    }

    /**
     * Moves aside the encrypted file whose passphrase was forgotten, without deleting it. The
     * accounts stay; their keys must be entered again, the first one together with a new
     * passphrase.
     */
    public Forgotten forgetPassphrase() throws SecretStoreException, IOException {
        Path setAside = stores.startFileAnew().orElse(null);
        return new Forgotten(setAside, inEncryptedFile());
    }

    /**
     * Reads every stored secret for the scan of a support bundle. May make the system prompt.
     *
     * @return names of accounts whose secret could not be read, and so is not searched for
     */
    public List<String> learnAll() throws IOException {
        List<String> unread = new ArrayList<>();
        Set<StoreKind> shut = EnumSet.noneOf(StoreKind.class);
        for (Account account : book.read().accounts()) {
            if (shut.contains(account.store())) {
                // Do not ask again for a passphrase that was not known the first time.
                unread.add(account.name());
                continue;
            }
            try (Secret secret = stores.of(account.store()).load(account.id()).orElse(null)) {
                if (secret == null) {
                    unread.add(account.name());
                } else {
                    known.add(account.name(), secret);
                }
            } catch (SecretStoreException e) {
                shut.add(account.store());
                unread.add(account.name());
            }
        }
        return unread;
    }

    private Account withId(String id) throws AccountException, IOException {
        return book.read()
                .withId(id)
                .orElseThrow(() -> new AccountException(AccountProblem.NO_SUCH_ACCOUNT, id));
    }

    private void checkKey(Account account, Secret secret) throws AccountException {
        char[] key = secret.key();
        char[] token = secret.token();
        try {
            List<AccountProblem> problems =
                    new ArrayList<>(KeyHygiene.problemsOf(account.secretId(), key, token));
            if (secret.hasToken() && account.isExpired(clock.instant())) {
                problems.add(AccountProblem.TOKEN_EXPIRED);
            }
            if (!problems.isEmpty()) {
                throw new AccountException(problems, account.name());
            }
        } finally {
            Wipe.chars(key);
            Wipe.chars(token);
        }
    }

    private static @Nullable Instant expiry(Account account, Secret secret) {
        return secret.hasToken() ? account.tokenExpiry() : null;
    }
}

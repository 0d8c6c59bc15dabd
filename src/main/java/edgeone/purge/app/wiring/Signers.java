package edgeone.purge.app.wiring;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountChoice;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Signer;
import edgeone.purge.teo.net.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;

/**
 * Endpoint and key of the account that a command would sign in with, without connecting it. The
 * demo has no address of its own between two runs, so it stands for the China site.
 */
public final class Signers {
    private final Accounts accounts;
    private final Map<String, String> environment;
    private final KnownSecrets known;

    Signers(Accounts accounts, Map<String, String> environment, KnownSecrets known) {
        this.accounts = accounts;
        this.environment = environment;
        this.known = known;
    }

    /**
     * Reads the account's secret.
     *
     * @param name of the account; null for the one without a name
     * @param endpoint overrides the account's own; null for that one
     */
    public Signer signer(@Nullable String name, @Nullable String endpoint)
            throws AccountException, SecretStoreException, IOException {
        return switch (choice(name, endpoint)) {
            case AccountChoice.Stored(Account account) ->
                    new Signer(endpointOf(account, endpoint), accounts.signIn(account));
            case AccountChoice.FromEnvironment(var keys) -> {
                known.add(SignIn.ENVIRONMENT, keys.secret());
                yield new Signer(endpointOf(endpoint), keys.secret().credentials(keys.secretId()));
            }
            case AccountChoice.Demo() -> new Signer(TeoEndpoint.CHINA, demoKey());
        };
    }

    /** Signs for an account that is connected; reads its secret. */
    public Signer of(Connection connection)
            throws AccountException, SecretStoreException, IOException {
        if (connection.demo()) {
            return new Signer(TeoEndpoint.CHINA, demoKey());
        }
        boolean environmental = connection.accountId().equals(SignIn.ENVIRONMENT);
        return signer(environmental ? null : connection.account(), connection.endpoint());
    }

    /** Whether that account is the demo; reads no secret. */
    public boolean isDemo(@Nullable String name) throws AccountException, IOException {
        return choice(name, null) instanceof AccountChoice.Demo;
    }

    /** Where that account signs in; reads no secret. */
    public TeoEndpoint endpoint(@Nullable String name, @Nullable String endpoint)
            throws AccountException, IOException {
        if (endpoint != null) {
            return TeoEndpoint.of(endpoint);
        }
        return switch (choice(name, null)) {
            case AccountChoice.Stored(Account account) -> endpointOf(account, null);
            case AccountChoice.FromEnvironment _, AccountChoice.Demo _ -> TeoEndpoint.CHINA;
        };
    }

    private AccountChoice choice(@Nullable String name, @Nullable String endpoint)
            throws AccountException, IOException {
        return AccountChoice.of(name, endpoint != null, accounts.book().read(), environment);
    }

    static TeoEndpoint endpointOf(@Nullable String given) {
        return given == null ? TeoEndpoint.CHINA : TeoEndpoint.of(given);
    }

    static TeoEndpoint endpointOf(Account account, @Nullable String given) {
        return TeoEndpoint.of(given == null ? account.site().endpoint().toString() : given);
    }

    static Credentials demoKey() {
        return new Credentials(DemoAccount.SECRET_ID, DemoAccount.SECRET_KEY, null);
    }
}

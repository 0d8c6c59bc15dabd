package edgeone.purge.app.wiring;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountChoice;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.AccountProblem;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.Safety;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.engine.pace.PacedGate;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.files.OwnerOnly;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.watch.CallWatcher;
import edgeone.purge.zones.ZoneOwner;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/** Signs in to accounts. Connections stay open until this is closed. */
public final class SignIn implements AutoCloseable {
    /** Name and ID, in journal and window, of the account set in the environment. */
    public static final String ENVIRONMENT = "environment";

    /** Name and ID of the demo account, and the endpoint recorded with its jobs. */
    static final String DEMO = "demo";

    /** Long enough to see, short enough to play with. */
    private static final Duration DEMO_PROCESSING = Duration.ofMillis(1_500);

    private final Directories directories;
    private final Map<String, String> environment;
    private final Accounts accounts;
    private final KnownSecrets known;
    private final CallWatcher watcher;
    private final TeamGates gates;
    private final Supplier<NetworkOptions> network;
    private final Supplier<Language> language;
    private final Clock clock;
    private final Deque<Runnable> closings = new ConcurrentLinkedDeque<>();

    SignIn(
            Directories directories,
            Map<String, String> environment,
            Accounts accounts,
            KnownSecrets known,
            CallWatcher watcher,
            TeamGates gates,
            Supplier<NetworkOptions> network,
            Supplier<Language> language,
            Clock clock) {
        this.directories = directories;
        this.environment = Map.copyOf(environment);
        this.accounts = accounts;
        this.known = known;
        this.watcher = watcher;
        this.gates = gates;
        this.network = network;
        this.language = language;
        this.clock = clock;
    }

    /**
     * A connected account.
     *
     * @param account null for the demo and the environment's, which are not stored
     */
    public record Opened(Connection connection, @Nullable Account account) {}

    /**
     * Connects to the named account, else the environment's, else the default, else the demo.
     *
     * @param endpoint overrides the account's own; null for that one
     */
    public synchronized Opened connect(@Nullable String name, @Nullable String endpoint)
            throws AccountException, SecretStoreException, IOException {
        AccountChoice choice =
                AccountChoice.of(name, endpoint != null, accounts.book().read(), environment);
        return switch (choice) {
            case AccountChoice.Stored(Account account) -> stored(account, endpoint);
            case AccountChoice.FromEnvironment(var keys) -> {
                known.add(ENVIRONMENT, keys.secret());
                TeoEndpoint where = Signers.endpointOf(endpoint);
                Credentials credentials = keys.secret().credentials(keys.secretId());
                yield new Opened(
                        connection(
                                ENVIRONMENT,
                                ENVIRONMENT,
                                where,
                                where.url(),
                                credentials,
                                () -> SafetyLevel.NORMAL,
                                keys.region()),
                        null);
            }
            case AccountChoice.Demo() -> new Opened(demo(), null);
        };
    }

    /**
     * Connects to an account, which may have been renamed since.
     *
     * @param endpoint overrides the account's own; null for that one
     */
    public synchronized Opened connect(Account account, @Nullable String endpoint)
            throws AccountException, SecretStoreException, IOException {
        Account now =
                accounts.book()
                        .read()
                        .withId(account.id())
                        .orElseThrow(
                                () ->
                                        new AccountException(
                                                AccountProblem.NO_SUCH_ACCOUNT, account.name()));
        return stored(now, endpoint);
    }

    /**
     * The account that {@link #connect(String, String)} would connect, told without its secret.
     *
     * @param zoneId the zone the account wants chosen; empty for none
     */
    public record Expected(ZoneOwner owner, String zoneId) {}

    /** What connecting would come to; throws what that would throw. */
    public Expected expected(@Nullable String name, @Nullable String endpoint)
            throws AccountException, IOException {
        AccountChoice choice =
                AccountChoice.of(name, endpoint != null, accounts.book().read(), environment);
        return switch (choice) {
            case AccountChoice.Stored(Account account) -> {
                String zone = account.defaultZone();
                yield new Expected(
                        new ZoneOwner(
                                account.id(),
                                Signers.endpointOf(account, endpoint).url(),
                                Fingerprint.of(account.secretId())),
                        zone == null ? "" : zone);
            }
            case AccountChoice.FromEnvironment(var keys) ->
                    new Expected(
                            new ZoneOwner(
                                    ENVIRONMENT,
                                    Signers.endpointOf(endpoint).url(),
                                    Fingerprint.of(keys.secretId())),
                            "");
            case AccountChoice.Demo() -> expectedDemo();
        };
    }

    /** What connecting the demo would come to. */
    public Expected expectedDemo() {
        return new Expected(new ZoneOwner(DEMO, DEMO, Fingerprint.of(DemoAccount.SECRET_ID)), "");
    }

    /** Signs as the accounts that this connects, without connecting. */
    public Signers signers() {
        return new Signers(accounts, environment, known);
    }

    private Opened stored(Account account, @Nullable String endpoint)
            throws AccountException, SecretStoreException {
        TeoEndpoint where = Signers.endpointOf(account, endpoint);
        Connection connection =
                connection(
                        account.name(),
                        account.id(),
                        where,
                        where.url(),
                        accounts.signIn(account),
                        () -> level(account),
                        account.region());
        return new Opened(connection, account);
    }

    /**
     * The account's current safety level. It is read each time, so that a lowering ends on time and
     * another process can raise it at once. If the account is gone or cannot be read, the standing
     * level at sign-in applies.
     */
    private SafetyLevel level(Account account) {
        Safety safety = account.safety();
        try {
            safety =
                    accounts.book()
                            .read()
                            .withId(account.id())
                            .map(Account::safety)
                            .orElse(Safety.of(safety.standing()));
        } catch (IOException e) {
            safety = Safety.of(safety.standing());
        }
        return safety.effectiveLevel(clock.instant());
    }

    /** Connects to the demo, even if accounts are stored. */
    public synchronized Opened connectDemo() throws IOException {
        return new Opened(demo(), null);
    }

    private Connection demo() throws IOException {
        OwnerOnly.createFolder(directories.demo());
        EmbeddedEdgeOne edgeOne =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withProcessing(DEMO_PROCESSING)
                                .withFolder(directories.demo()));
        closings.push(edgeOne::close);
        Connection connection =
                connection(
                        DEMO,
                        DEMO,
                        TeoEndpoint.of(edgeOne.endpoint().toString()),
                        DEMO,
                        Signers.demoKey(),
                        () -> SafetyLevel.NORMAL,
                        null);
        return new Connection(
                connection.account(),
                connection.accountId(),
                connection.keyFingerprint(),
                connection.keyEnd(),
                connection.endpoint(),
                connection.levels(),
                true,
                edgeOne.edgeNodes().stream().map(URI::toString).toList(),
                connection.client());
    }

    private Connection connection(
            String account,
            String accountId,
            TeoEndpoint endpoint,
            String recordedEndpoint,
            Credentials credentials,
            Supplier<SafetyLevel> levels,
            @Nullable String region) {
        String fingerprint = Fingerprint.of(credentials.secretId());
        TeoClient client = client(endpoint, credentials, region);
        return new Connection(
                account,
                accountId,
                fingerprint,
                Connection.keyEnd(credentials.secretId()),
                recordedEndpoint,
                levels,
                false,
                List.of(),
                client);
    }

    /** A client for a site; it stays open until this is closed. */
    TeoClient client(TeoEndpoint endpoint, Credentials credentials, @Nullable String region) {
        known.add(credentials);
        String fingerprint = Fingerprint.of(credentials.secretId());
        PacedGate gate = new PacedGate(directories.rate(), fingerprint, PacedGate.DOCUMENTED_LIMIT);
        closings.push(gate::close);
        TeamGates.Shared shared = gates.share(gate, endpoint, credentials.secretId());
        HttpTeoClient client =
                new HttpTeoClient(
                        endpoint,
                        () -> credentials,
                        shared.gate(),
                        clock,
                        network.get(),
                        language,
                        region,
                        known,
                        shared.watcher(watcher));
        closings.push(client::close);
        return client;
    }

    @Override
    public synchronized void close() {
        while (!closings.isEmpty()) {
            closings.pop().run();
        }
    }
}

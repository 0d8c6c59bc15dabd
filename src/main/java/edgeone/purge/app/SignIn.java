package edgeone.purge.app;

import edgeone.purge.cli.CommandFailure;
import edgeone.purge.cli.ExitCodes;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.engine.Connection;
import edgeone.purge.engine.PacedGate;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.NetworkOptions;
import edgeone.purge.teo.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Decides whose account is used, and connects it. */
final class SignIn implements AutoCloseable {
    /** How journal and window name the account of the environment. */
    static final String ENVIRONMENT = "environment";

    static final String DEMO = "demo";

    private final Directories directories;
    private final Map<String, String> environment;
    private final Supplier<Language> language;
    private final Clock clock;
    private final List<AutoCloseable> opened = new ArrayList<>();

    SignIn(
            Directories directories,
            Map<String, String> environment,
            Supplier<Language> language,
            Clock clock) {
        this.directories = directories;
        this.environment = Map.copyOf(environment);
        this.language = language;
        this.clock = clock;
    }

    /**
     * The named account, else the environment's, else the default account, else the demo.
     *
     * @throws CommandFailure where there is none, or the environment is half-set
     */
    Connection connect(@Nullable String account, @Nullable String endpoint) {
        if (account != null && !account.equals(DEMO) && !account.equals(ENVIRONMENT)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.account.none", account);
        }
        if (account == null || account.equals(ENVIRONMENT)) {
            Credentials credentials = ofEnvironment();
            if (credentials != null) {
                TeoEndpoint where = endpoint == null ? TeoEndpoint.CHINA : TeoEndpoint.of(endpoint);
                return client(ENVIRONMENT, where, where.url(), credentials, false);
            }
        }
        if (endpoint != null || ENVIRONMENT.equals(account)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.account.needed");
        }
        return demo();
    }

    private @Nullable Credentials ofEnvironment() {
        String id = environment.getOrDefault("TENCENTCLOUD_SECRET_ID", "").strip();
        String key = environment.getOrDefault("TENCENTCLOUD_SECRET_KEY", "").strip();
        String token = environment.getOrDefault("TENCENTCLOUD_TOKEN", "").strip();
        if (id.isEmpty() && key.isEmpty()) {
            if (!token.isEmpty()) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.environment.half");
            }
            return null;
        }
        if (id.isEmpty() || key.isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.environment.half");
        }
        return new Credentials(id, key, token.isEmpty() ? null : token);
    }

    private Connection demo() {
        EmbeddedEdgeOne edgeOne =
                EmbeddedEdgeOne.start(EmulatorOptions.defaults().withFolder(directories.demo()));
        opened.add(edgeOne);
        return client(
                DEMO,
                TeoEndpoint.of(edgeOne.endpoint().toString()),
                DEMO,
                new Credentials(DemoAccount.SECRET_ID, DemoAccount.SECRET_KEY, null),
                true);
    }

    private Connection client(
            String account,
            TeoEndpoint endpoint,
            String recordedEndpoint,
            Credentials credentials,
            boolean demo) {
        String fingerprint = Fingerprint.of(credentials.secretId());
        PacedGate gate = new PacedGate(directories.rate(), fingerprint, PacedGate.DOCUMENTED_LIMIT);
        opened.add(gate);
        HttpTeoClient client =
                new HttpTeoClient(
                        endpoint,
                        () -> credentials,
                        gate,
                        clock,
                        NetworkOptions.defaults(),
                        language,
                        null);
        opened.add(client);
        return new Connection(
                account, fingerprint, recordedEndpoint, SafetyLevel.NORMAL, demo, client);
    }

    @Override
    public void close() {
        for (AutoCloseable resource : opened.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot close " + resource, e);
            }
        }
        opened.clear();
    }
}

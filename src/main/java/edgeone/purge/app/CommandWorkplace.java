package edgeone.purge.app;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.app.wiring.Wiring;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.Audit;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.byhand.HandCalls;
import edgeone.purge.engine.calls.Calls;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.messages.Messages;
import edgeone.purge.probe.EdgeAccess;
import edgeone.purge.recipes.RecipeBook;
import edgeone.purge.requests.RequestBook;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.settings.SettingsFile;
import edgeone.purge.support.SupportBundle;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.release.RequestDesk;
import edgeone.purge.teo.Signer;
import edgeone.purge.teo.net.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** One command's view of a home folder. */
final class CommandWorkplace implements Workplace {
    private final Wiring wiring;
    private final GlobalOptions options;
    private final StandardInput input;
    private final PrintStream err;
    private @Nullable Connection connection;
    private boolean worked;

    CommandWorkplace(Wiring wiring, GlobalOptions options, StandardInput input, PrintStream err) {
        this.wiring = wiring;
        this.options = options;
        this.input = input;
        this.err = err;
    }

    @Override
    public PurgeEngine engine() {
        worked = true;
        return wiring.engine();
    }

    @Override
    public History history() {
        return wiring.history();
    }

    @Override
    public Optional<SharedHistory> everyone() {
        return wiring.team().everyone();
    }

    @Override
    public Audit audit() {
        return wiring.audit();
    }

    @Override
    public Calls calls() {
        return wiring.calls();
    }

    @Override
    public HandCalls byHand() {
        return wiring.byHand();
    }

    @Override
    public Connection connection() throws AccountException, SecretStoreException, IOException {
        if (connection == null) {
            connection =
                    wiring.signIn().connect(options.account(), options.endpoint()).connection();
            if (connection.demo()) {
                err.println(
                        Messages.printable(wiring.settings().language(), err.charset())
                                .text("cli.demo"));
            }
        }
        return connection;
    }

    @Override
    public Signer signer() throws AccountException, SecretStoreException, IOException {
        return wiring.signIn().signers().signer(options.account(), options.endpoint());
    }

    @Override
    public TeoEndpoint endpoint() throws AccountException, IOException {
        return wiring.signIn().signers().endpoint(options.account(), options.endpoint());
    }

    @Override
    public EdgeAccess edge() throws AccountException, SecretStoreException, IOException {
        boolean demo =
                options.endpoint() == null && wiring.signIn().signers().isDemo(options.account());
        return demo
                ? wiring.edge(true, connection().edges())
                : wiring.edge(endpoint().isLoopback(), List.of());
    }

    @Override
    public SettingsFile settings() {
        return wiring.settings().file();
    }

    @Override
    public RecipeBook recipes() {
        return wiring.recipes();
    }

    @Override
    public RequestBook requests() {
        return wiring.requests();
    }

    @Override
    public KnownSecrets known() {
        return wiring.known();
    }

    @Override
    public List<String> learnSecrets() throws IOException {
        return wiring.learnSecrets();
    }

    @Override
    public SupportBundle supportBundle() throws IOException {
        return wiring.supportBundle();
    }

    @Override
    public AccountDesk desk() {
        return wiring.desk();
    }

    @Override
    public TeamDesk team() {
        return wiring.team().desk();
    }

    @Override
    public RequestDesk releases() {
        return wiring.team().releases();
    }

    @Override
    public char @Nullable [] secret(String prompt) {
        return input.secret(prompt);
    }

    @Override
    public void close() {
        if (worked) {
            wiring.team().desk().publishBriefly();
        }
        wiring.close();
    }
}

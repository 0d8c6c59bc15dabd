package edgeone.purge.app.wiring;

import edgeone.purge.accounts.AccountBook;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.check.ConnectionCheck;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.accounts.imports.CredentialImport;
import edgeone.purge.app.log.LogFile;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.engine.Audit;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.byhand.HandCalls;
import edgeone.purge.engine.calls.CallRecorder;
import edgeone.purge.engine.calls.Calls;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.engine.verify.Probing;
import edgeone.purge.journal.AuditRepository;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.calls.CallRepository;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.MigrationWatch;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAccess;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.http.HttpAsker;
import edgeone.purge.recipes.RecipeBook;
import edgeone.purge.requests.RequestBook;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.PassphraseSource;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.SettingsFile;
import edgeone.purge.support.SupportBundle;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.zones.KnownZonesFile;
import edgeone.purge.zones.ZoneMemory;
import edgeone.purge.zones.ZonePicksFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program's objects over one home folder. Built here and nowhere else. */
public final class Wiring implements AutoCloseable {
    private final Journal journal;
    private final Owners owners;
    private final SignIn signIn;
    private final PurgeEngine engine;
    private final History history;
    private final Audit audit;
    private final Calls calls;
    private final CallRecorder recorder;
    private final EmbeddedMock mock;
    private final HandCalls byHand;
    private final Accounts accounts;
    private final JournaledAccounts journaled;
    private final SecretStores stores;
    private final AccountDesk desk;
    private final KnownSecrets known;
    private final RecipeBook recipes;
    private final RequestBook requests;
    private final ZoneMemory zones;
    private final Directories directories;
    private final Networks networks;
    private final SecretsAtHand secrets;
    private final CurrentSettings settings;
    private final TeamWiring team;

    private Wiring(
            GlobalOptions options,
            Directories directories,
            Map<String, String> environment,
            PassphraseSource passphrases,
            Journal journal,
            Owners owners,
            KnownSecrets known,
            Clock clock)
            throws IOException {
        this.known = known;
        this.directories = directories;
        this.journal = journal;
        this.owners = owners;
        recipes = new RecipeBook(directories.home(), clock);
        requests = new RequestBook(directories.home(), known::words, clock);
        settings =
                new CurrentSettings(
                        new SettingsFile(directories.home(), clock), options.language());
        stores = Secrets.open(directories.home(), environment, remembered(passphrases), clock);
        team = new TeamWiring(settings, stores, known, environment, journal, clock);
        Repositories repositories = Repositories.of(journal, owners, clock);
        Duration settle =
                Optional.ofNullable(options.settle())
                        .orElse(Duration.ofSeconds(settings.now().settleSeconds()));
        engine =
                new PurgeEngine(
                        repositories,
                        Timing.standard(settle),
                        clock,
                        Workstation.submitter(environment, () -> settings.now().noteRule()),
                        Probing.with(this::asker),
                        team.ports());
        audit = new Audit(repositories);
        history = new History(repositories.history(), repositories.ownership());
        CallRepository kept = new CallRepository(journal);
        calls = new Calls(kept, repositories.history(), known::words);
        recorder = new CallRecorder(kept, known::words, clock);
        journaled = new JournaledAccounts(journal);
        accounts =
                new Accounts(
                        new AccountBook(directories.home(), clock, journaled::tell),
                        stores,
                        known,
                        clock);
        networks = new Networks(stores, known, environment, settings::language);
        secrets = new SecretsAtHand(accounts, networks, stores.preferred(), known, team.access());
        signIn =
                new SignIn(
                        directories,
                        environment,
                        accounts,
                        known,
                        recorder,
                        team.gates(),
                        this::network,
                        settings::language,
                        clock);
        mock = new EmbeddedMock(settings::language, clock);
        byHand = new HandCalls(engine, known::words, mock);
        zones =
                new ZoneMemory(
                        new KnownZonesFile(directories.home()),
                        new ZonePicksFile(directories.home(), clock));
        desk =
                new AccountDesk(
                        accounts,
                        stores,
                        new ConnectionCheck(
                                (endpoint, key) -> signIn.client(endpoint, key, null),
                                endpoint -> network().proxyTo(endpoint),
                                clock),
                        new CredentialImport(userHome(), environment, clock),
                        new AuditedSafety(new AuditRepository(journal)),
                        clock);
    }

    /** Remembers given passphrases, so that no support bundle contains one. */
    private PassphraseSource remembered(PassphraseSource source) {
        return creating -> {
            char[] passphrase = source.passphrase(creating);
            if (passphrase != null) {
                known.addPassphrase("passphrase", passphrase);
            }
            return passphrase;
        };
    }

    private static Path userHome() {
        return Path.of(System.getProperty("user.home", "."));
    }

    /**
     * Opens a home folder with its journal.
     *
     * @param known receives every secret that is read; closed by the caller
     * @param watch hears of a migration of the journal
     * @throws edgeone.purge.journal.file.JournalException the journal cannot be used
     * @throws CommandFailure the folder cannot be used
     */
    public static Wiring open(
            GlobalOptions options,
            Map<String, String> environment,
            PassphraseSource passphrases,
            KnownSecrets known,
            MigrationWatch watch) {
        Wiring wiring = over(options, environment, passphrases, known);
        try {
            wiring.openJournal(watch);
            return wiring;
        } catch (RuntimeException e) {
            wiring.close();
            throw e;
        }
    }

    /**
     * Opens a home folder without its journal. {@link #openJournal} opens that, which may take long
     * if the disk is slow or another process is writing.
     *
     * @param known receives every secret that is read; closed by the caller
     * @throws CommandFailure the folder cannot be used
     */
    public static Wiring over(
            GlobalOptions options,
            Map<String, String> environment,
            PassphraseSource passphrases,
            KnownSecrets known) {
        Clock clock = Clock.systemUTC();
        Directories directories = Directories.here(options.home(), environment);
        LogFile.open(
                directories.log(),
                !environment.getOrDefault("EDGEONE_PURGE_DEBUG", "").isBlank(),
                known::words);
        Journal journal = Journal.of(directories.home(), clock);
        Owners owners = Owners.of(directories.home());
        try {
            return new Wiring(
                    options, directories, environment, passphrases, journal, owners, known, clock);
        } catch (IOException e) {
            journal.close();
            throw unusable(directories, e);
        }
    }

    private static CommandFailure unusable(Directories directories, IOException reason) {
        return new CommandFailure(
                ExitCodes.REFUSED,
                "cli.home.unusable",
                directories.home().toString(),
                String.valueOf(reason.getMessage()));
    }

    /**
     * Opens the journal, and registers this process as one that works on it.
     *
     * @param watch hears of a migration
     * @throws edgeone.purge.journal.file.JournalException the journal cannot be used
     * @throws CommandFailure the folder cannot be used
     */
    public void openJournal(MigrationWatch watch) {
        try {
            owners.register();
        } catch (IOException e) {
            throw unusable(directories, e);
        }
        journal.open(watch);
        recorder.start();
        journaled.tell(accounts.book()::readable);
    }

    public PurgeEngine engine() {
        return engine;
    }

    public Audit audit() {
        return audit;
    }

    public Calls calls() {
        return calls;
    }

    /** Calls made by hand. */
    public HandCalls byHand() {
        return byHand;
    }

    public History history() {
        return history;
    }

    /**
     * How sites are asked, with the network settings of then.
     *
     * @param edges see {@link Connection#edges()}
     */
    public EdgeAccess edge(boolean onThisMachine, List<String> edges) {
        return new EdgeAccess(
                this::asker,
                onThisMachine,
                edges.stream().map(EdgeAddress::of).flatMap(Optional::stream).toList());
    }

    private Asker asker(Asker.Manner manner) {
        return new HttpAsker(network(), manner);
    }

    public SignIn signIn() {
        return signIn;
    }

    public Accounts accounts() {
        return accounts;
    }

    public SecretStores stores() {
        return stores;
    }

    public AccountDesk desk() {
        return desk;
    }

    /**
     * Reads every stored secret, so that a scan finds it. The keychain or a passphrase dialog may
     * ask the user.
     *
     * @return whose secret the scan cannot look for, because it could not be read or is too short
     */
    public List<String> learnSecrets() throws IOException {
        return secrets.learn(settings.now().network());
    }

    /** A support bundle with log, versions and settings. */
    public SupportBundle supportBundle() throws IOException {
        return new SupportBundle()
                .versions(BuildInfo.read().line())
                .text("settings.json", settings.file().text())
                .logs(directories.log());
    }

    /** What is remembered of zones from one start to the next. */
    public ZoneMemory zones() {
        return zones;
    }

    public KnownSecrets known() {
        return known;
    }

    public CurrentSettings settings() {
        return settings;
    }

    /** The network options of the next connection. */
    private NetworkOptions network() {
        return network(settings.now().network());
    }

    /** The network options these settings lead to. */
    public NetworkOptions network(Network wanted) {
        return networks.options(wanted);
    }

    public Directories directories() {
        return directories;
    }

    public RecipeBook recipes() {
        return recipes;
    }

    /** API calls kept by name. */
    public RequestBook requests() {
        return requests;
    }

    /** The objects of a team. */
    public TeamWiring team() {
        return team;
    }

    @Override
    public void close() {
        signIn.close();
        team.close();
        mock.close();
        recorder.close();
        journal.close();
        owners.close();
    }
}

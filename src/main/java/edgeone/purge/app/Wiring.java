package edgeone.purge.app;

import edgeone.purge.cli.CommandFailure;
import edgeone.purge.cli.ExitCodes;
import edgeone.purge.cli.GlobalOptions;
import edgeone.purge.cli.Workplace;
import edgeone.purge.engine.Connection;
import edgeone.purge.engine.History;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.Timing;
import edgeone.purge.journal.Journal;
import edgeone.purge.journal.JournalException;
import edgeone.purge.journal.Owners;
import edgeone.purge.journal.Repositories;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Builds the program's objects over one home folder. */
final class Wiring implements Workplace {
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final GlobalOptions options;
    private final PrintStream err;
    private final Journal journal;
    private final Owners owners;
    private final SignIn signIn;
    private final PurgeEngine engine;
    private final History history;
    private @Nullable Connection connection;

    private Wiring(
            GlobalOptions options,
            PrintStream err,
            Journal journal,
            Owners owners,
            SignIn signIn,
            Clock clock) {
        this.options = options;
        this.err = err;
        this.journal = journal;
        this.owners = owners;
        this.signIn = signIn;
        Repositories repositories = Repositories.of(journal, owners, clock);
        Duration settle = options.settle() == null ? SETTLE : options.settle();
        this.engine = new PurgeEngine(repositories, Timing.standard(settle), clock);
        this.history = new History(repositories.history(), repositories.jobs());
    }

    static Wiring open(GlobalOptions options, Map<String, String> environment, PrintStream err) {
        Clock clock = Clock.systemUTC();
        Directories directories =
                Directories.of(
                        options.home(),
                        environment,
                        Map.of(
                                "os.name",
                                System.getProperty("os.name", ""),
                                "user.home",
                                System.getProperty("user.home", ".")));
        LogFile.open(
                directories.log(), !environment.getOrDefault("EDGEONE_PURGE_DEBUG", "").isBlank());
        Journal journal = Journal.open(directories.home(), clock);
        Owners owners;
        try {
            owners = Owners.register(directories.home());
        } catch (IOException e) {
            journal.close();
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.home.unusable",
                    directories.home().toString(),
                    String.valueOf(e.getMessage()));
        }
        Language language = options.language() == null ? Language.ofSystem() : options.language();
        return new Wiring(
                options,
                err,
                journal,
                owners,
                new SignIn(directories, environment, () -> language, clock),
                clock);
    }

    @Override
    public PurgeEngine engine() {
        return engine;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Connection connection() {
        if (connection == null) {
            connection = signIn.connect(options.account(), options.endpoint());
            if (connection.demo()) {
                Language language =
                        options.language() == null ? Language.ofSystem() : options.language();
                err.println(Messages.in(language).text("cli.demo"));
            }
        }
        return connection;
    }

    @Override
    public void close() {
        signIn.close();
        try {
            journal.close();
        } catch (JournalException e) {
            err.println(e.getMessage());
        }
        owners.close();
    }
}

package edgeone.purge.app.window;

import edgeone.purge.accounts.Account;
import edgeone.purge.app.wiring.Directories;
import edgeone.purge.app.wiring.FirstAccount;
import edgeone.purge.app.wiring.SignIn;
import edgeone.purge.app.wiring.Wiring;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ConsoleCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.cli.kit.WindowOptions;
import edgeone.purge.commandline.CommandLines;
import edgeone.purge.desktop.DesktopNotices;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.PassphraseSource;
import edgeone.purge.settings.LayoutFile;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.WindowSize;
import edgeone.purge.ui.ConsoleParts;
import edgeone.purge.ui.ConsoleWindow;
import edgeone.purge.ui.accounts.AccountsAccess;
import edgeone.purge.ui.accounts.form.AccountColours;
import edgeone.purge.ui.explorer.ExplorerAccess;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.notice.NoticeRules;
import edgeone.purge.ui.shell.screen.WindowSettings;
import edgeone.purge.ui.shell.session.SignedIn;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Opens the window of a home folder and waits until it is closed. */
public final class WindowProgram implements ConsoleCommand.WindowOpener {
    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);

    /** How long an open window may take to come to the front. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Set while a package is made: the window closes once it is complete. */
    private static final String TRAINING = "EDGEONE_PURGE_TRAINING";

    private static final String DEMO_COLOUR = "#6e7781";
    private static final String ENVIRONMENT_COLOUR = "#0969da";

    private final Map<String, String> environment;
    private final PrintStream err;
    private final KnownSecrets known;
    private final FileAsk files;
    private final DesktopNotices desktop;
    private @Nullable Toolkit toolkit;

    /**
     * @param known receives every secret that is read
     * @param files asks for files to read and to write
     * @param toolkit if it is starting already; null if not
     */
    public WindowProgram(
            Map<String, String> environment,
            PrintStream err,
            KnownSecrets known,
            FileAsk files,
            @Nullable Toolkit toolkit) {
        this.environment = Map.copyOf(environment);
        this.err = err;
        this.known = known;
        this.files = files;
        desktop = DesktopNotices.of(System.getProperty("os.name"), environment);
        this.toolkit = toolkit;
    }

    private Toolkit toolkit(BooleanSupplier inSoftware) {
        Toolkit started = toolkit;
        if (started == null) {
            started = Toolkit.start(inSoftware);
            toolkit = started;
        }
        return started;
    }

    /**
     * Opens the window and waits until it is closed.
     *
     * @return exit code
     */
    @Override
    public int open(GlobalOptions options, WindowOptions how) {
        Path tour = how.tour();
        if (!Toolkit.isPossible(environment)) {
            if (tour == null) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.window.no-display");
            }
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        BooleanSupplier inSoftware =
                how.softwareRendering()
                        ? () -> true
                        : Toolkit.rendering(options.home(), environment);
        Toolkit starting = toolkit(inSoftware);
        try {
            if (tour != null) {
                return work(options, how, starting, new Foreground());
            }
            return new OneWindow(environment, err, PATIENCE)
                    .open(options, foreground -> work(options, how, starting, foreground));
        } finally {
            starting.settled();
        }
    }

    /** Also says it in a dialog: who started from the menu sees no standard error. */
    @Override
    public void refused(String text, Language language) {
        if (Toolkit.isPossible(environment) && toolkit(() -> false).settled()) {
            try {
                RefusedStart.show(text, Messages.in(language));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int work(
            GlobalOptions options, WindowOptions how, Toolkit starting, Foreground foreground) {
        AtomicReference<@Nullable PassphraseSource> asking = new AtomicReference<>();
        PassphraseSource passphrases =
                creating -> {
                    PassphraseSource dialog = asking.get();
                    return dialog == null ? null : dialog.passphrase(creating);
                };
        // While the toolkit starts; neither needs the other.
        try (Wiring wiring = Wiring.over(options, environment, passphrases, known)) {
            if (how.softwareRendering()) {
                remember(wiring, s -> s.withSoftwareRendering(true));
            }
            ConsoleParts parts = parts(wiring, options, how.tour() != null);
            LastKnown known = LastKnown.read(first(wiring, options, how.tour() != null), wiring);
            ConsoleWindow console = ConsoleWindow.of(parts);
            asking.set(console.passphrases());
            console.window().readAhead();
            starting.await();
            return new OpenWindow(wiring, console, known, how.tour(), isTraining(), err)
                    .untilClosed(foreground);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.BUG;
        } finally {
            desktop.close();
        }
    }

    private boolean isTraining() {
        return !environment.getOrDefault(TRAINING, "").isBlank();
    }

    /** With the home folder where it is not the one a command finds by itself. */
    private CommandLines commandLines(GlobalOptions options) {
        boolean named =
                options.home() != null
                        || !environment.getOrDefault("EDGEONE_PURGE_HOME", "").isBlank();
        return new CommandLines(
                named
                        ? List.of("--home=" + Directories.here(options.home(), environment).home())
                        : List.of());
    }

    /** The parts of the window of a home folder. */
    public ConsoleParts parts(Wiring wiring, GlobalOptions options, boolean tour) {
        Settings settings = wiring.settings().now();
        WindowSettings remembered =
                new WindowSettings(
                        Theme.ofLabel(settings.theme().label()),
                        wiring.settings().language(),
                        "",
                        settings.window().width(),
                        settings.window().height());
        FirstAccount first = first(wiring, options, tour);
        return new ConsoleParts(
                wiring.engine(),
                wiring.history(),
                wiring.calls(),
                new ExplorerAccess(
                        wiring.byHand(), wiring.signIn().signers()::of, wiring.requests()),
                () -> signedIn(first.open()),
                Tasks.ofProgram(),
                Clock.system(ZoneId.systemDefault()),
                remembered,
                next -> remember(wiring, next),
                wiring.known()::words,
                files,
                wiring.recipes(),
                new GuardSettings(
                        () -> wiring.settings().file().load().settings().countdownSeconds(),
                        System::nanoTime),
                tour
                        ? new NoticeRules(DesktopNotices.none(), Duration.ZERO)
                        : new NoticeRules(desktop, NoticeRules.PATIENCE),
                commandLines(options),
                new KeptLayouts(new LayoutFile(wiring.directories().home(), Clock.systemUTC())),
                new AccountsAccess(
                        wiring.desk(),
                        account -> signedIn(wiring.signIn().connect(account, null)),
                        () -> signedIn(wiring.signIn().connectDemo())),
                Preferences.of(wiring),
                wiring.zones(),
                wiring.team().releasesQuietly(),
                tour ? Optional::empty : wiring.team()::everyone,
                wiring.team().desk());
    }

    private static FirstAccount first(Wiring wiring, GlobalOptions options, boolean tour) {
        return new FirstAccount(wiring.signIn(), options, tour);
    }

    private static SignedIn signedIn(SignIn.Opened opened) {
        Account account = opened.account();
        if (account != null) {
            String zone = account.defaultZone();
            return new SignedIn(
                    opened.connection(),
                    account.site().label(),
                    AccountColours.of(account.colour()),
                    zone == null ? "" : zone);
        }
        return opened.connection().demo()
                ? new SignedIn(opened.connection(), "", DEMO_COLOUR)
                : new SignedIn(
                        opened.connection(), opened.connection().endpoint(), ENVIRONMENT_COLOUR);
    }

    /** Saves in the background. The window works even if that fails. */
    private static void remember(Wiring wiring, WindowSettings next) {
        wiring.settings().speak(next.language());
        remember(wiring, before -> merged(before, next));
    }

    private static void remember(Wiring wiring, UnaryOperator<Settings> change) {
        Thread.ofVirtual()
                .name("settings")
                .start(
                        () -> {
                            try {
                                wiring.settings().change(change);
                            } catch (IOException e) {
                                LOG.warn("cannot save the settings: {}", e.getMessage());
                            }
                        });
    }

    private static Settings merged(Settings before, WindowSettings next) {
        WindowSize size =
                new WindowSize(
                        (int) Math.round(next.width()),
                        (int) Math.round(next.height()),
                        before.window().maximised());
        return before.withLanguage(next.language())
                .withTheme(
                        edgeone.purge.settings.Theme.ofLabel(next.theme().label())
                                .orElse(before.theme()))
                .withWindow(size);
    }
}

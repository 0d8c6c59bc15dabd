package edgeone.purge.app;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.KnownSecrets;
import edgeone.purge.accounts.PassphraseSource;
import edgeone.purge.cli.CommandFailure;
import edgeone.purge.cli.ConsoleCommand;
import edgeone.purge.cli.ExitCodes;
import edgeone.purge.cli.GlobalOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.WindowSize;
import edgeone.purge.ui.ConsoleParts;
import edgeone.purge.ui.ConsoleWindow;
import edgeone.purge.ui.accounts.AccountColours;
import edgeone.purge.ui.accounts.AccountsAccess;
import edgeone.purge.ui.kit.FileAsk;
import edgeone.purge.ui.kit.Tasks;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.SignedIn;
import edgeone.purge.ui.shell.WindowSettings;
import edgeone.purge.ui.tour.Tour;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Opens the window over a home folder and waits until it is closed. */
final class WindowProgram implements ConsoleCommand.WindowOpener {
    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);

    private static final String DEMO_COLOUR = "#6e7781";
    private static final String ENVIRONMENT_COLOUR = "#0969da";

    private final Map<String, String> environment;
    private final PrintStream err;
    private final KnownSecrets known;
    private final FileAsk files;
    private boolean toolkitFails;

    /**
     * @param known learns every secret the window meets
     * @param files asks for files to read and to write
     */
    WindowProgram(
            Map<String, String> environment, PrintStream err, KnownSecrets known, FileAsk files) {
        this.environment = Map.copyOf(environment);
        this.err = err;
        this.known = known;
        this.files = files;
    }

    /**
     * Opens the window, works until it is closed, and ends.
     *
     * @param tour where the pictures of a tour go; null to work
     * @return exit code
     */
    @Override
    public int open(GlobalOptions options, @Nullable Path tour) {
        if (!hasDisplay()) {
            if (tour == null) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.window.no-display");
            }
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        if (tour != null) {
            return work(options, tour, new Foreground());
        }
        return new OneWindow(environment, err)
                .open(options, foreground -> work(options, null, foreground));
    }

    /** Whoever double-clicked reads no standard error. */
    @Override
    public void refused(String text, Language language) {
        if (hasDisplay() && !toolkitFails) {
            try {
                RefusedStart.show(text, Messages.in(language));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int work(GlobalOptions options, @Nullable Path tour, Foreground foreground) {
        AtomicReference<@Nullable PassphraseSource> asking = new AtomicReference<>();
        PassphraseSource passphrases =
                creating -> {
                    PassphraseSource dialog = asking.get();
                    return dialog == null ? null : dialog.passphrase(creating);
                };
        FutureTask<Boolean> toolkit = new FutureTask<>(() -> Platform.startup(() -> {}), true);
        Thread.ofPlatform().name("toolkit").start(toolkit);
        try (Wiring wiring = opened(options, passphrases, toolkit)) {
            ConsoleParts parts = parts(wiring, options);
            Messages.in(wiring.language());
            await(toolkit);
            AtomicInteger exit = new AtomicInteger(ExitCodes.OK);
            CountDownLatch closed = new CountDownLatch(1);
            Platform.runLater(() -> start(wiring, parts, tour, asking, foreground, exit, closed));
            closed.await();
            return exit.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.BUG;
        }
    }

    /** Opens the home folder while the toolkit starts: neither needs the other. */
    private Wiring opened(
            GlobalOptions options, PassphraseSource passphrases, FutureTask<Boolean> toolkit)
            throws InterruptedException {
        try {
            return Wiring.open(options, environment, passphrases, known);
        } catch (RuntimeException e) {
            // A toolkit that is just starting does not take the end of the program well.
            await(toolkit);
            throw e;
        }
    }

    private void await(FutureTask<Boolean> toolkit) throws InterruptedException {
        try {
            toolkit.get();
        } catch (ExecutionException e) {
            toolkitFails = true;
            LOG.error("no window", e.getCause());
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.window.no-toolkit",
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        }
    }

    /** Only X11 and Wayland say by their environment that they are there. */
    private boolean hasDisplay() {
        String platform = System.getProperty("glass.platform", "");
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || platform.equalsIgnoreCase("Headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    private void start(
            Wiring wiring,
            ConsoleParts parts,
            @Nullable Path tour,
            AtomicReference<@Nullable PassphraseSource> asking,
            Foreground foreground,
            AtomicInteger exit,
            CountDownLatch closed) {
        Stage stage = new Stage();
        stage.setOnHidden(event -> closed.countDown());
        try {
            ConsoleWindow console = ConsoleWindow.over(parts, stage);
            foreground.shows(stage);
            asking.set(console.passphrases());
            FirstFrame.then(console::signIn);
            Thread.setDefaultUncaughtExceptionHandler(console.crashHandler());
            if (tour != null) {
                Tour.take(console.window(), tour, e -> ended(wiring, tour, e, exit, stage));
            }
        } catch (RuntimeException e) {
            LOG.error("the window cannot be opened", e);
            err.println(wiring.known().words(e.toString()));
            exit.set(ExitCodes.BUG);
            closed.countDown();
        }
    }

    private void ended(
            Wiring wiring,
            Path tour,
            @Nullable Exception trouble,
            AtomicInteger exit,
            Stage stage) {
        Messages messages = Messages.in(wiring.language());
        if (trouble == null) {
            err.println(messages.text("cli.tour.done", tour.toString()));
        } else {
            LOG.error("the tour ended early", trouble);
            err.println(messages.text("cli.tour.failed", wiring.known().words(trouble.toString())));
            exit.set(ExitCodes.BUG);
        }
        stage.close();
    }

    private ConsoleParts parts(Wiring wiring, GlobalOptions options) {
        Settings settings = wiring.settings();
        WindowSettings remembered =
                new WindowSettings(
                        Theme.ofLabel(settings.theme().label()),
                        wiring.language(),
                        "",
                        settings.window().width(),
                        settings.window().height());
        return new ConsoleParts(
                wiring.engine(),
                wiring.history(),
                () -> signedIn(wiring.signIn().connect(options.account(), options.endpoint())),
                Tasks.ofProgram(),
                Clock.system(ZoneId.systemDefault()),
                remembered,
                next -> remember(wiring, next),
                wiring.known()::words,
                files,
                new AccountsAccess(
                        wiring.desk(),
                        account -> signedIn(wiring.signIn().connect(account.name(), null)),
                        () -> signedIn(wiring.signIn().connectDemo())),
                Preferences.of(wiring));
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

    /** Saved in the background; a window that cannot be remembered works all the same. */
    private static void remember(Wiring wiring, WindowSettings next) {
        wiring.speak(next.language());
        Thread.ofVirtual()
                .name("settings")
                .start(
                        () -> {
                            try {
                                wiring.change(before -> merged(before, next));
                            } catch (IOException e) {
                                LOG.warn("settings not saved: {}", e.getMessage());
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

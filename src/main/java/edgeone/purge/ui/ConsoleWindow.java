package edgeone.purge.ui;

import edgeone.purge.secrets.PassphraseSource;
import edgeone.purge.ui.accounts.AccountsAccess;
import edgeone.purge.ui.accounts.AccountsScreen;
import edgeone.purge.ui.accounts.AccountsViewModel;
import edgeone.purge.ui.history.HistoryScreen;
import edgeone.purge.ui.history.HistoryViewModel;
import edgeone.purge.ui.kit.CrashHandler;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.purge.PurgeScreen;
import edgeone.purge.ui.purge.PurgeViewModel;
import edgeone.purge.ui.settings.SettingsAccess;
import edgeone.purge.ui.settings.SettingsScreen;
import edgeone.purge.ui.settings.SettingsViewModel;
import edgeone.purge.ui.shell.MainWindow;
import edgeone.purge.ui.shell.PassphraseDialog;
import edgeone.purge.ui.shell.Runs;
import edgeone.purge.ui.shell.Session;
import edgeone.purge.ui.shell.ShellViewModel;
import edgeone.purge.ui.zones.ZoneBook;

import javafx.stage.Stage;

import java.util.function.Function;

/** The console: its window with every screen. */
public final class ConsoleWindow {
    private final ConsoleParts parts;
    private final Session session;
    private final ShellViewModel shell;
    private final MainWindow window;

    private ConsoleWindow(ConsoleParts parts) {
        this.parts = parts;
        ZoneBook book = new ZoneBook(parts.zones(), parts.tasks());
        session = new Session(parts.engine(), parts.tasks(), parts.clock(), book);
        Runs runs = new Runs(parts.engine(), parts.tasks(), parts.clock());
        shell = new ShellViewModel(parts.history(), session, runs, parts.tasks());
        window =
                new MainWindow(
                        session,
                        runs,
                        shell,
                        parts.clock(),
                        parts.settings(),
                        parts.save(),
                        parts.cover(),
                        parts.files());
        Function<Formats, Dialogs> dialogs = window::dialogs;
        window.register(
                new PurgeScreen(
                        new PurgeViewModel(
                                parts.engine(), parts.history(), session, runs, parts.tasks()),
                        window,
                        dialogs,
                        parts.files()));
        window.register(
                new HistoryScreen(
                        new HistoryViewModel(
                                parts.history(),
                                parts.engine(),
                                session,
                                runs,
                                parts.tasks(),
                                parts.clock()),
                        window,
                        dialogs));
        AccountsAccess accounts = parts.accounts();
        if (accounts != null) {
            window.register(
                    new AccountsScreen(
                            new AccountsViewModel(accounts, session, parts.tasks()), dialogs));
        }
        SettingsAccess preferences = parts.preferences();
        if (preferences != null) {
            window.register(
                    new SettingsScreen(
                            new SettingsViewModel(preferences, session, parts.tasks()),
                            window,
                            parts.files()));
        }
    }

    /**
     * Opens the console in a stage and signs in.
     *
     * @return the console that is open
     */
    public static ConsoleWindow open(ConsoleParts parts, Stage stage) {
        ConsoleWindow console = of(parts);
        console.show(stage);
        console.begin();
        return console;
    }

    /** The console without its nodes, on whatever thread, also while JavaFX is just starting. */
    public static ConsoleWindow of(ConsoleParts parts) {
        return new ConsoleWindow(parts);
    }

    /** Shows the console; work begins when {@link #begin} is called. */
    public void show(Stage stage) {
        window.show(stage);
    }

    /**
     * Shows what was known last time of the account that {@link #begin} opens.
     *
     * @param zoneId the zone to choose; empty for the one chosen last
     */
    public void recall(ZoneBook.Recalled last, String zoneId) {
        session.recall(last, zoneId);
    }

    /** Reads the journal, signs in to the account the window starts with, and adds the icons. */
    public void begin() {
        shell.count();
        session.open(parts.signIn(), parts.settings().zoneId());
        window.addIcons();
    }

    /** The window itself, to register further screens or to drive it. */
    public MainWindow window() {
        return window;
    }

    /** Asks for the passphrase of the encrypted file in a dialog of the window. */
    public PassphraseSource passphrases() {
        return new PassphraseDialog(window::dialogs, () -> window.open(new Place.Accounts(true)));
    }

    /** Shows and logs what nobody caught, on the JavaFX thread and on every other. */
    public CrashHandler crashHandler() {
        return new CrashHandler(window::showCrash);
    }
}

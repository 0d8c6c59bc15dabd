package edgeone.purge.ui;

import edgeone.purge.engine.calls.Calls;
import edgeone.purge.history.Histories;
import edgeone.purge.secrets.PassphraseSource;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.publish.Published;
import edgeone.purge.team.release.RequestDesk;
import edgeone.purge.ui.accounts.AccountsAccess;
import edgeone.purge.ui.accounts.AccountsScreen;
import edgeone.purge.ui.accounts.AccountsViewModel;
import edgeone.purge.ui.code.CallCommands;
import edgeone.purge.ui.explorer.ExplorerAccess;
import edgeone.purge.ui.explorer.ExplorerScreen;
import edgeone.purge.ui.explorer.ExplorerViewModel;
import edgeone.purge.ui.history.HistoryScreen;
import edgeone.purge.ui.history.HistoryViewModel;
import edgeone.purge.ui.history.JobCommands;
import edgeone.purge.ui.inspector.InspectorScreen;
import edgeone.purge.ui.inspector.InspectorViewModel;
import edgeone.purge.ui.kit.CrashHandler;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Front;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.notice.JobEnds;
import edgeone.purge.ui.notice.Notices;
import edgeone.purge.ui.palette.source.JobSource;
import edgeone.purge.ui.palette.source.RecipeSource;
import edgeone.purge.ui.palette.source.ZoneSource;
import edgeone.purge.ui.purge.PurgeScreen;
import edgeone.purge.ui.purge.PurgeViewModel;
import edgeone.purge.ui.recipes.RecipeShelf;
import edgeone.purge.ui.release.RequestsModel;
import edgeone.purge.ui.settings.SettingsAccess;
import edgeone.purge.ui.settings.SettingsScreen;
import edgeone.purge.ui.settings.SettingsViewModel;
import edgeone.purge.ui.shell.MainWindow;
import edgeone.purge.ui.shell.WindowIcons;
import edgeone.purge.ui.shell.ask.PassphraseDialog;
import edgeone.purge.ui.shell.frame.FrameModel;
import edgeone.purge.ui.shell.run.JournalCount;
import edgeone.purge.ui.shell.run.Leftovers;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shell.sync.Syncs;
import edgeone.purge.ui.stats.StatsScreen;
import edgeone.purge.ui.stats.StatsViewModel;
import edgeone.purge.ui.team.TeamScreen;
import edgeone.purge.ui.team.TeamViewModel;
import edgeone.purge.ui.zones.ZoneBook;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** The console: the window with all its screens. */
public final class ConsoleWindow {
    private final ConsoleParts parts;
    private final Session session;
    private final JournalCount journal;
    private final MainWindow window;
    private final @Nullable RequestsModel requests;
    private final HistoryViewModel jobs;
    private final @Nullable TeamViewModel setUp;
    private final ObjectProperty<Published> team =
            new SimpleObjectProperty<>(new Published(0, 0, false, null));

    /** Held, as the runs only know it weakly. */
    @SuppressWarnings("unused")
    private final JobEnds ends;

    private ConsoleWindow(ConsoleParts parts) {
        this.parts = parts;
        ZoneBook book = new ZoneBook(parts.zones(), parts.tasks());
        session = new Session(parts.engine(), parts.tasks(), parts.clock(), book);
        Runs runs = new Runs(parts.engine(), parts.tasks(), parts.clock());
        journal = new JournalCount(parts.history(), runs, parts.tasks());
        Syncs syncs = new Syncs(parts.engine(), session, parts.tasks(), parts.clock());
        syncs.revisionProperty().subscribe((_, _) -> journal.refresh());
        Leftovers leftovers = new Leftovers(parts.history(), session, runs, parts.tasks());
        Notices notices = new Notices(this::openJob);
        RequestDesk desk = parts.requests();
        requests = desk == null ? null : new RequestsModel(desk, parts.tasks());
        window =
                new MainWindow(
                        new FrameModel(session, runs, leftovers, journal, notices, team, requests),
                        parts.clock(),
                        parts.settings(),
                        parts.save(),
                        parts.cover(),
                        parts.files());
        window.addSource(new ZoneSource(session));
        window.addSource(new JobSource(parts.history(), window, parts.tasks()));
        ends =
                new JobEnds(
                        runs,
                        parts.clock(),
                        notices,
                        () -> Front.has(window().stage()),
                        parts.notices(),
                        parts.tasks(),
                        () -> window().formats(),
                        () -> Front.bring(window().stage()));
        Function<Formats, Dialogs> dialogs = window::dialogs;
        RecipeShelf recipes = new RecipeShelf(parts.recipes(), parts.tasks());
        window.addSource(new RecipeSource(recipes, window));
        window.register(
                new PurgeScreen(
                        new PurgeViewModel(
                                parts.engine(),
                                parts.history(),
                                session,
                                runs,
                                parts.tasks(),
                                parts.guard()),
                        window,
                        dialogs,
                        parts.files(),
                        recipes,
                        parts.commandLines(),
                        parts.tasks()));
        Histories histories = new Histories(parts.history(), parts.everyone());
        jobs =
                new HistoryViewModel(
                        parts.history(),
                        histories,
                        parts.engine(),
                        session,
                        runs,
                        syncs,
                        parts.tasks(),
                        parts.clock(),
                        parts.guard());
        window.register(
                new HistoryScreen(
                        jobs,
                        window,
                        dialogs,
                        parts.files(),
                        new TableLayouts(parts.layouts(), parts.tasks()),
                        recipes,
                        new JobCommands(histories, parts.tasks(), parts.commandLines())));
        window.register(
                new StatsScreen(
                        new StatsViewModel(parts.history(), session, parts.tasks(), parts.clock()),
                        dialogs,
                        parts.files()));
        CallCommands commands = new CallCommands(parts.commandLines(), session::connection);
        Calls calls = parts.calls();
        if (calls != null) {
            window.register(
                    new InspectorScreen(
                            new InspectorViewModel(calls, session, parts.tasks(), commands),
                            window,
                            dialogs,
                            new TableLayouts(parts.layouts(), parts.tasks())));
        }
        ExplorerAccess explorer = parts.explorer();
        if (explorer != null) {
            window.register(
                    new ExplorerScreen(
                            new ExplorerViewModel(
                                    explorer,
                                    parts.engine(),
                                    session,
                                    runs,
                                    parts.tasks(),
                                    parts.guard(),
                                    commands),
                            window,
                            dialogs));
        }
        AccountsAccess accounts = parts.accounts();
        if (accounts != null) {
            window.register(
                    new AccountsScreen(
                            new AccountsViewModel(accounts, session, parts.tasks()), dialogs));
        }
        TeamDesk office = parts.team();
        setUp = office == null ? null : new TeamViewModel(office, parts.tasks(), team::set);
        if (setUp != null) {
            window.register(new TeamScreen(setUp, dialogs, parts.files()));
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
     * @return the open console
     */
    public static ConsoleWindow open(ConsoleParts parts, Stage stage) {
        ConsoleWindow console = of(parts);
        console.show(stage);
        console.begin();
        return console;
    }

    /** Creates the console without its nodes. Works on any thread, also while JavaFX starts. */
    public static ConsoleWindow of(ConsoleParts parts) {
        return new ConsoleWindow(parts);
    }

    /** Shows the console. Work begins with {@link #begin}. */
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

    /** Counts the jobs, signs in to the first account, and adds the icons. */
    public void begin() {
        journal.refresh();
        if (requests != null) {
            requests.begin();
        }
        session.open(parts.signIn(), parts.settings().zoneId());
        new WindowIcons(parts.tasks()).addTo(window.stage());
    }

    private void openJob(String jobId) {
        window.open(new Place.History(jobId));
    }

    /** Shows how publishing to the team's database went; on any thread. */
    public void published(Published published) {
        Platform.runLater(
                () -> {
                    team.set(published);
                    if (setUp != null) {
                        setUp.lookAgain();
                    }
                });
    }

    /** Another team's database is set, or none any more; on any thread. */
    public void followTeam() {
        Platform.runLater(
                () -> {
                    team.set(new Published(0, 0, false, null));
                    jobs.followTeam();
                    if (requests != null) {
                        requests.refresh();
                    }
                    if (setUp != null) {
                        setUp.changed();
                    }
                    // Its machines share their pace from the next connection on.
                    session.reopen();
                });
    }

    /** The window itself, to operate it. */
    public MainWindow window() {
        return window;
    }

    /** Asks for the passphrase of the encrypted file in a dialog. */
    public PassphraseSource passphrases() {
        return new PassphraseDialog(window::dialogs, () -> window.open(new Place.Accounts(true)));
    }

    /** Shows and logs uncaught exceptions of any thread. */
    public CrashHandler crashHandler() {
        return new CrashHandler(window::showCrash);
    }
}

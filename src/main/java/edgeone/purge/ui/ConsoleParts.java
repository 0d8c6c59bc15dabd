package edgeone.purge.ui;

import edgeone.purge.commandline.CommandLines;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.calls.Calls;
import edgeone.purge.engine.read.History;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.recipes.RecipeBook;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.release.RequestDesk;
import edgeone.purge.ui.accounts.AccountsAccess;
import edgeone.purge.ui.explorer.ExplorerAccess;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.dialog.SystemFileAsk;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.notice.NoticeRules;
import edgeone.purge.ui.settings.SettingsAccess;
import edgeone.purge.ui.shell.screen.WindowSettings;
import edgeone.purge.ui.shell.session.SignIn;
import edgeone.purge.zones.ZoneMemory;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The parts of the window.
 *
 * @param calls the API calls; null for a window without the Inspector
 * @param explorer makes calls by hand; null for a window without the Explorer
 * @param signIn opens the account the window starts with
 * @param clock for the time, and the time zone to show it in
 * @param settings what the window remembered
 * @param save saves what to remember; called on the JavaFX thread, must not block
 * @param cover removes secrets from error messages
 * @param files asks for files to read and write
 * @param recipes purges kept by name
 * @param guard the countdown before purges that reach far
 * @param notices when and where the end of a job is told
 * @param commandLines writes what is shown as command lines
 * @param layouts keeps how tables are laid out
 * @param accounts null for a window without the Accounts screen
 * @param preferences null for a window without the Settings screen
 * @param zones what is remembered of zones; null for a window that remembers nothing
 * @param requests purges that wait for a second person; null for a window without a team
 * @param everyone the history of the team that is set now; must not block
 * @param team sets up the team's database; null for a window without the Team screen
 */
public record ConsoleParts(
        PurgeEngine engine,
        History history,
        @Nullable Calls calls,
        @Nullable ExplorerAccess explorer,
        SignIn signIn,
        Tasks tasks,
        Clock clock,
        WindowSettings settings,
        Consumer<WindowSettings> save,
        UnaryOperator<String> cover,
        FileAsk files,
        RecipeBook recipes,
        GuardSettings guard,
        NoticeRules notices,
        CommandLines commandLines,
        TableLayouts.Store layouts,
        @Nullable AccountsAccess accounts,
        @Nullable SettingsAccess preferences,
        @Nullable ZoneMemory zones,
        @Nullable RequestDesk requests,
        Supplier<Optional<SharedHistory>> everyone,
        @Nullable TeamDesk team) {

    /** The parts of a window without the screens Inspector, Explorer, Accounts and Settings. */
    public ConsoleParts(
            PurgeEngine engine,
            History history,
            SignIn signIn,
            Tasks tasks,
            Clock clock,
            WindowSettings settings,
            Consumer<WindowSettings> save,
            RecipeBook recipes) {
        this(
                engine,
                history,
                null,
                null,
                signIn,
                tasks,
                clock,
                settings,
                save,
                words -> words,
                new SystemFileAsk(),
                recipes,
                GuardSettings.STANDARD,
                NoticeRules.withoutDesktop(),
                new CommandLines(List.of()),
                TableLayouts.Store.NONE,
                null,
                null,
                null,
                null,
                Optional::empty,
                null);
    }

    public ConsoleParts withCalls(Calls recorded) {
        return with(d -> d.calls = recorded);
    }

    public ConsoleParts withExplorer(ExplorerAccess access) {
        return with(d -> d.explorer = access);
    }

    public ConsoleParts withAccounts(AccountsAccess access) {
        return with(d -> d.accounts = access);
    }

    public ConsoleParts withGuard(GuardSettings countdown) {
        return with(d -> d.guard = countdown);
    }

    public ConsoleParts withPreferences(SettingsAccess access) {
        return with(d -> d.preferences = access);
    }

    public ConsoleParts withZones(ZoneMemory memory) {
        return with(d -> d.zones = memory);
    }

    public ConsoleParts withRequests(RequestDesk desk) {
        return with(d -> d.requests = desk);
    }

    public ConsoleParts withEveryone(Supplier<Optional<SharedHistory>> team) {
        return with(d -> d.everyone = team);
    }

    public ConsoleParts withTeam(TeamDesk desk) {
        return with(d -> d.team = desk);
    }

    public ConsoleParts withNotices(NoticeRules rules) {
        return with(d -> d.notices = rules);
    }

    public ConsoleParts withFiles(FileAsk asked) {
        return with(d -> d.files = asked);
    }

    public ConsoleParts withLayouts(TableLayouts.Store store) {
        return with(d -> d.layouts = store);
    }

    public ConsoleParts withClock(Clock time) {
        return with(d -> d.clock = time);
    }

    private ConsoleParts with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.parts();
    }

    /** A mutable copy, so that each change names only one field. */
    private static final class Draft {
        private final PurgeEngine engine;
        private final History history;
        private @Nullable Calls calls;
        private @Nullable ExplorerAccess explorer;
        private final SignIn signIn;
        private final Tasks tasks;
        private Clock clock;
        private final WindowSettings settings;
        private final Consumer<WindowSettings> save;
        private final UnaryOperator<String> cover;
        private FileAsk files;
        private final RecipeBook recipes;
        private GuardSettings guard;
        private NoticeRules notices;
        private final CommandLines commandLines;
        private TableLayouts.Store layouts;
        private @Nullable AccountsAccess accounts;
        private @Nullable SettingsAccess preferences;
        private @Nullable ZoneMemory zones;
        private @Nullable RequestDesk requests;
        private Supplier<Optional<SharedHistory>> everyone;
        private @Nullable TeamDesk team;

        Draft(ConsoleParts from) {
            engine = from.engine;
            history = from.history;
            calls = from.calls;
            explorer = from.explorer;
            signIn = from.signIn;
            tasks = from.tasks;
            clock = from.clock;
            settings = from.settings;
            save = from.save;
            cover = from.cover;
            files = from.files;
            recipes = from.recipes;
            guard = from.guard;
            notices = from.notices;
            commandLines = from.commandLines;
            layouts = from.layouts;
            accounts = from.accounts;
            preferences = from.preferences;
            zones = from.zones;
            requests = from.requests;
            everyone = from.everyone;
            team = from.team;
        }

        ConsoleParts parts() {
            return new ConsoleParts(
                    engine,
                    history,
                    calls,
                    explorer,
                    signIn,
                    tasks,
                    clock,
                    settings,
                    save,
                    cover,
                    files,
                    recipes,
                    guard,
                    notices,
                    commandLines,
                    layouts,
                    accounts,
                    preferences,
                    zones,
                    requests,
                    everyone,
                    team);
        }
    }
}

package edgeone.purge.ui;

import edgeone.purge.engine.History;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.ui.accounts.AccountsAccess;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.dialog.SystemFileAsk;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.settings.SettingsAccess;
import edgeone.purge.ui.shell.screen.WindowSettings;
import edgeone.purge.ui.shell.session.SignIn;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The parts of the window.
 *
 * @param signIn opens the account the window starts with
 * @param clock for the time, and the time zone to show it in
 * @param settings what the window remembered
 * @param save saves what to remember; called on the JavaFX thread, must not block
 * @param cover removes secrets from error messages
 * @param files asks for files to read and write
 * @param layouts keeps how tables are laid out
 * @param accounts null for a window without the Accounts screen
 * @param preferences null for a window without the Settings screen
 */
public record ConsoleParts(
        PurgeEngine engine,
        History history,
        SignIn signIn,
        Tasks tasks,
        Clock clock,
        WindowSettings settings,
        Consumer<WindowSettings> save,
        UnaryOperator<String> cover,
        FileAsk files,
        TableLayouts.Store layouts,
        @Nullable AccountsAccess accounts,
        @Nullable SettingsAccess preferences) {

    /** The parts of a window without the Accounts and Settings screens. */
    public ConsoleParts(
            PurgeEngine engine,
            History history,
            SignIn signIn,
            Tasks tasks,
            Clock clock,
            WindowSettings settings,
            Consumer<WindowSettings> save) {
        this(
                engine,
                history,
                signIn,
                tasks,
                clock,
                settings,
                save,
                words -> words,
                new SystemFileAsk(),
                TableLayouts.Store.NONE,
                null,
                null);
    }

    public ConsoleParts withAccounts(AccountsAccess access) {
        return new ConsoleParts(
                engine,
                history,
                signIn,
                tasks,
                clock,
                settings,
                save,
                cover,
                files,
                layouts,
                access,
                preferences);
    }

    public ConsoleParts withPreferences(SettingsAccess access) {
        return new ConsoleParts(
                engine, history, signIn, tasks, clock, settings, save, cover, files, layouts,
                accounts, access);
    }
}

package edgeone.purge.ui;

import edgeone.purge.engine.History;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.ui.accounts.AccountsAccess;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.dialog.SystemFileAsk;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.settings.SettingsAccess;
import edgeone.purge.ui.shell.SignIn;
import edgeone.purge.ui.shell.WindowSettings;
import edgeone.purge.zones.ZoneMemory;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What the window is made of.
 *
 * @param signIn opens the account the window starts with
 * @param clock tells the time and the time zone shown
 * @param settings what the window remembered
 * @param save keeps what it is to remember; called on the JavaFX thread, must not block
 * @param cover takes secrets out of the words of a trouble before they are shown
 * @param files asks for files to read and to write
 * @param accounts the accounts to manage; null for a window that only has the one it signs in to
 * @param preferences the settings to change; null for a window without their screen
 * @param zones what is remembered of zones; null for a window that remembers nothing
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
        @Nullable AccountsAccess accounts,
        @Nullable SettingsAccess preferences,
        @Nullable ZoneMemory zones) {

    /** Parts of a window without the screens of accounts and settings. */
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
                null,
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
                access,
                preferences,
                zones);
    }

    public ConsoleParts withPreferences(SettingsAccess access) {
        return new ConsoleParts(
                engine, history, signIn, tasks, clock, settings, save, cover, files, accounts,
                access, zones);
    }

    public ConsoleParts withZones(ZoneMemory memory) {
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
                accounts,
                preferences,
                memory);
    }
}

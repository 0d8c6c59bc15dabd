package edgeone.purge.ui;

import edgeone.purge.engine.History;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.ui.kit.Tasks;
import edgeone.purge.ui.shell.SignIn;
import edgeone.purge.ui.shell.WindowSettings;

import java.time.Clock;
import java.util.function.Consumer;

/**
 * What the window is made of.
 *
 * @param signIn opens the account the window starts with
 * @param clock tells the time and the time zone shown
 * @param settings what the window remembered
 * @param save keeps what it is to remember; called on the JavaFX thread, must not block
 */
public record ConsoleParts(
        PurgeEngine engine,
        History history,
        SignIn signIn,
        Tasks tasks,
        Clock clock,
        WindowSettings settings,
        Consumer<WindowSettings> save) {}

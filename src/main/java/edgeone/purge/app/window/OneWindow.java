package edgeone.purge.app.window;

import edgeone.purge.app.wiring.Directories;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.instance.SilentWindowException;
import edgeone.purge.instance.WindowClaim;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Opens the window of a home folder, or brings the open one to the front. */
final class OneWindow {
    private static final Logger LOG = LoggerFactory.getLogger(OneWindow.class);

    private final Map<String, String> environment;
    private final PrintStream err;
    private final Duration patience;

    /**
     * @param patience how long an open window may take to come to the front
     */
    OneWindow(Map<String, String> environment, PrintStream err, Duration patience) {
        this.environment = environment;
        this.err = err;
        this.patience = patience;
    }

    /**
     * Opens or raises the window.
     *
     * @param window opens the window, reports it to the {@link Foreground}, and returns the exit
     *     code once it is closed
     * @return that code; 0 if another process brought its window to the front
     */
    int open(GlobalOptions options, ToIntFunction<Foreground> window) {
        Path home = Directories.here(options.home(), environment).home();
        Optional<WindowClaim> claim = claim(home);
        if (claim.isEmpty()) {
            Language language =
                    Optional.ofNullable(options.language()).orElseGet(Language::ofSystem);
            err.println(
                    Messages.printable(language, err.charset())
                            .text("cli.window.raised", home.toString()));
            return ExitCodes.OK;
        }
        try (WindowClaim mine = claim.get()) {
            Foreground foreground = new Foreground();
            // After the first frame; a second start waits for it.
            foreground.whenShown(() -> answer(mine, foreground));
            return window.applyAsInt(foreground);
        }
    }

    private Optional<WindowClaim> claim(Path home) {
        try {
            return WindowClaim.take(home, patience);
        } catch (SilentWindowException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.window.silent",
                    home.toString(),
                    String.valueOf(e.process()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.home.unusable",
                    home.toString(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static void answer(WindowClaim claim, Foreground foreground) {
        try {
            claim.answer(foreground::raise);
        } catch (IOException e) {
            LOG.warn("a second start cannot raise this window: {}", e.getMessage());
        }
    }
}

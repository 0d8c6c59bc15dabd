package edgeone.purge.app.window;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;

import javafx.application.Platform;

import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * JavaFX, which starts on a thread of its own while everything else is made ready. It takes longest
 * of all, so nothing may come before it that it can do without, a logger for one.
 */
public final class Toolkit {
    /** {@code StartupWMClass} of the entry in the menu. */
    private static final String NAME = "edgeone-purge";

    private static final String RENDERERS = "prism.order";

    private final FutureTask<Boolean> starting;

    private Toolkit(BooleanSupplier inSoftware) {
        starting = new FutureTask<>(() -> startUp(inSoftware), true);
    }

    /**
     * Whether there is a screen. Only X11 and Wayland say by their environment that they are there.
     */
    public static boolean isPossible(Map<String, String> environment) {
        String platform = System.getProperty("glass.platform", "");
        return !isLinux()
                || platform.equalsIgnoreCase("Headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /** It warns of lying on the class path, which is meant, and would take its time over that. */
    private static void startUp(BooleanSupplier inSoftware) {
        // Whoever set it on the Java command line knows better.
        if (System.getProperty(RENDERERS) == null && inSoftware.getAsBoolean()) {
            System.setProperty(RENDERERS, "sw");
        }
        Logger javafx = Logger.getLogger("javafx");
        javafx.setLevel(Level.SEVERE);
        try {
            Platform.startup(Toolkit::started);
        } finally {
            javafx.setLevel(null);
        }
    }

    /**
     * A window that closes because the journal cannot be opened is followed by a dialog. The name
     * is what Linux finds the entry in the menu by that a window belongs to; who does not extend
     * {@code javafx.application.Application} has no other way to give it.
     */
    private static void started() {
        Platform.setImplicitExit(false);
        if (isLinux()) {
            com.sun.glass.ui.Application.GetApplication().setName(NAME);
        }
    }

    /**
     * Starts JavaFX.
     *
     * @param inSoftware asked on the thread that starts it: whether to draw without the graphics
     *     card, which loses glyphs or is slow on some systems
     */
    public static Toolkit start(BooleanSupplier inSoftware) {
        // Asks the environment as well, and is remembered.
        TimeZone.getDefault();
        Toolkit toolkit = new Toolkit(inSoftware);
        Thread.ofPlatform().name("toolkit").start(toolkit.starting);
        return toolkit;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /**
     * Waits until it is there. Nothing is asked for a font before, so no node is made: that reads
     * the environment of the process, which GTK changes as it starts, and ends it now and then.
     *
     * @throws CommandFailure where it cannot start
     */
    void await() throws InterruptedException {
        try {
            starting.get();
        } catch (ExecutionException e) {
            LoggerFactory.getLogger(Toolkit.class).error("no window", e.getCause());
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.window.no-toolkit",
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        }
    }

    /**
     * Waits until it has started or failed: while it is just starting, it does not take the end of
     * the program well.
     *
     * @return whether it works
     */
    boolean settled() {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

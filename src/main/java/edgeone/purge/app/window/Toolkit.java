package edgeone.purge.app.window;

import edgeone.purge.app.wiring.Directories;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.settings.SoftwareRendering;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
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
 * JavaFX, which starts on its own thread while everything else gets ready. It takes longest, so
 * nothing it can do without may run first, not even a logger.
 */
public final class Toolkit {
    /** The {@code StartupWMClass} of the menu entry. */
    private static final String NAME = "edgeone-purge";

    private static final String RENDERERS = "prism.order";

    private final FutureTask<Boolean> starting;

    private Toolkit(BooleanSupplier inSoftware) {
        starting = new FutureTask<>(() -> startUp(inSoftware), true);
    }

    /** Whether there is a display. Only X11 and Wayland can tell, from the environment. */
    public static boolean isPossible(Map<String, String> environment) {
        String platform = System.getProperty("glass.platform", "");
        return !isLinux()
                || platform.equalsIgnoreCase("Headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /** Reads, when asked, whether the settings of a home folder demand software rendering. */
    public static BooleanSupplier rendering(@Nullable Path home, Map<String, String> environment) {
        return () -> SoftwareRendering.isSet(Directories.here(home, environment).home());
    }

    /** Silences the slow warning that JavaFX is on the class path, which is intended. */
    private static void startUp(BooleanSupplier inSoftware) {
        // A value from the Java command line takes precedence.
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
     * Keeps JavaFX running after the window has closed, since a dialog may follow. Sets the name by
     * which Linux finds the menu entry of a window; without extending {@code
     * javafx.application.Application} there is no other way.
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
     * @param inSoftware whether to draw without the graphics card, which loses glyphs or is slow on
     *     some systems; called on the starting thread
     */
    public static Toolkit start(BooleanSupplier inSoftware) {
        // Read now, while nothing changes the environment; Java remembers it.
        TimeZone.getDefault();
        Toolkit toolkit = new Toolkit(inSoftware);
        Thread.ofPlatform().name("toolkit").start(toolkit.starting);
        return toolkit;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /**
     * Waits until JavaFX has started. Create no node before: fonts read the environment of the
     * process, which GTK changes during its start, and that crashes now and then.
     *
     * @throws CommandFailure JavaFX cannot start
     */
    void await() throws InterruptedException {
        try {
            starting.get();
        } catch (ExecutionException e) {
            LoggerFactory.getLogger(Toolkit.class).error("cannot start JavaFX", e.getCause());
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.window.no-toolkit",
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        }
    }

    /**
     * Waits until JavaFX has started or failed, since ending the program in between may crash it.
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

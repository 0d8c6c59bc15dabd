package edgeone.purge.app.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets up logging: to the screen at first, then to a rotating log in the home folder only. */
public final class LogFile {
    private static final long BYTES = 1_000_000;
    private static final int FILES = 5;

    /** Held here because the log manager keeps only a weak reference. */
    private static final Logger PROGRAM = Logger.getLogger("edgeone.purge");

    private LogFile() {}

    /**
     * Logs warnings to the screen until the home folder is open.
     *
     * @param cover removes secrets
     */
    public static void beforeHome(UnaryOperator<String> cover) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setLevel(Level.WARNING);
            handler.setFormatter(new LogEntry(cover));
        }
    }

    /**
     * Logs to {@code folder}, where each running process has its own file.
     *
     * @param debug whether to log debug messages of this program
     * @param cover removes secrets
     */
    public static void open(Path folder, boolean debug, UnaryOperator<String> cover) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            if (handler instanceof RotatingLog log) {
                log.close();
            }
        }
        try {
            RotatingLog log = new RotatingLog(folder, BYTES, FILES, cover);
            log.setLevel(Level.ALL);
            root.addHandler(log);
            root.setLevel(Level.INFO);
            PROGRAM.setLevel(debug ? Level.FINE : Level.INFO);
        } catch (IOException e) {
            // The program works without a log. If the home folder is not writable, the journal
            // reports it.
            root.setLevel(Level.OFF);
        }
    }
}

package edgeone.purge.app.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The rotating log in the home folder; with it, nothing is logged to the screen. */
public final class LogFile {
    private static final long BYTES = 1_000_000;
    private static final int FILES = 5;

    /** Kept by the log manager only weakly otherwise. */
    private static final Logger PROGRAM = Logger.getLogger("edgeone.purge");

    private LogFile() {}

    /**
     * Before there is a home folder: only what must not be missed, on the screen.
     *
     * @param cover takes secrets out of what is written
     */
    public static void beforeHome(UnaryOperator<String> cover) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setLevel(Level.WARNING);
            handler.setFormatter(new LogEntry(cover));
        }
    }

    /**
     * Sends all logging to {@code folder}; each process has a file of its own while it runs.
     *
     * @param debug whether to keep debug messages of this program too
     * @param cover takes secrets out of what is written
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
            // A home folder that cannot be written is told by whoever needs the journal; without a
            // log the program works all the same.
            root.setLevel(Level.OFF);
        }
    }
}

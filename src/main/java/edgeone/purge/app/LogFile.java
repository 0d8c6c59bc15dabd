package edgeone.purge.app;

import edgeone.purge.files.OwnerOnly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The rotating log in the home folder; nothing is logged to the screen. */
final class LogFile {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 5;

    private LogFile() {}

    /**
     * Sends all logging to {@code folder}; each process has a file of its own while it runs.
     *
     * @param debug whether to keep debug messages of this program too
     */
    static void open(Path folder, boolean debug) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        try {
            OwnerOnly.createFolder(folder);
            String pattern = folder.toString().replace("%", "%%") + "/console-%u.%g.log";
            FileHandler file = new FileHandler(pattern, BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.ALL);
            root.addHandler(file);
            root.setLevel(Level.INFO);
            // Kept by the log manager only weakly otherwise.
            PROGRAM.setLevel(debug ? Level.FINE : Level.INFO);
        } catch (IOException e) {
            // A home folder that cannot be written is told by whoever needs the journal; without a
            // log
            // the program works all the same.
            root.setLevel(Level.OFF);
        }
    }

    private static final Logger PROGRAM = Logger.getLogger("edgeone.purge");
}

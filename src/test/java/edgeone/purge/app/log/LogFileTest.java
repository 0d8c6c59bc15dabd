package edgeone.purge.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Logging before the home folder is open goes to the screen. */
final class LogFileTest {
    private static final Logger ROOT = Logger.getLogger("");

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final StreamHandler handler = new StreamHandler(screen, new SimpleFormatter());

    @BeforeEach
    void logToAScreen() {
        ROOT.addHandler(handler);
    }

    @AfterEach
    void leave() {
        ROOT.removeHandler(handler);
    }

    @Test
    void beforeTheHomeFolderOnlyWarningsAreShownWithoutSecrets() {
        LogFile.beforeHome(words -> words.replace("secret", "***"));
        handler.publish(new LogRecord(Level.INFO, "by the way"));
        LogRecord bug = new LogRecord(Level.SEVERE, "a bug");
        bug.setThrown(new IllegalStateException("cannot send secret"));
        handler.publish(bug);
        handler.flush();
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("a bug", "cannot send ***")
                .doesNotContain("secret", "by the way");
    }
}

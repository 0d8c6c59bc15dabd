package edgeone.purge.app.window;

import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.application.Platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CountDownLatch;

/** A dialog alone, for a start that comes to no window. */
final class RefusedStart {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedStart.class);
    private static final String COLOUR = "#57606a";

    private RefusedStart() {}

    /** Shows why, with JavaFX running, and waits until it was read. */
    static void show(String text, Messages messages) throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        Platform.runLater(() -> say(text, messages, read::countDown));
        read.await();
    }

    private static void say(String text, Messages messages, Runnable read) {
        try {
            Theme.SYSTEM.apply();
            new Dialogs(messages, () -> null, () -> COLOUR, words -> words)
                    .say(messages.text("window.title"), text, read);
        } catch (RuntimeException e) {
            LOG.warn("no dialog: {}", e.toString());
            read.run();
        }
    }
}

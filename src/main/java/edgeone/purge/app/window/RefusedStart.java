package edgeone.purge.app.window;

import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.application.Platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CountDownLatch;

/** A dialog that says why no window opens. */
final class RefusedStart {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedStart.class);
    private static final String COLOUR = "#57606a";

    private RefusedStart() {}

    /** Shows the dialog and waits until it is closed. JavaFX must be running. */
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
            LOG.warn("cannot show the dialog: {}", e.toString());
            read.run();
        }
    }
}

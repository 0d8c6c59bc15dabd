package edgeone.purge.app;

import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Dialogs;
import edgeone.purge.ui.kit.Theme;

import javafx.application.Platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CountDownLatch;

/** A dialog alone, for a start that comes to no window. */
final class RefusedStart {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedStart.class);
    private static final String COLOUR = "#57606a";

    private RefusedStart() {}

    /** Shows why and waits until it was read; where there is no toolkit, it returns at once. */
    static void show(String text, Messages messages) throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        Runnable showing = () -> say(text, messages, read::countDown);
        try {
            Platform.startup(showing);
        } catch (IllegalStateException _) {
            // It ran already when the start failed.
            Platform.runLater(showing);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("no dialog: {}", e.toString());
            return;
        }
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

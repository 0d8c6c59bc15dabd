package edgeone.purge.ui.kit;

import javafx.application.Platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** Handles uncaught exceptions: logs them and shows them, one at a time. */
public final class CrashHandler implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrashHandler.class);

    private final BiConsumer<Throwable, Runnable> show;
    private final AtomicBoolean showing = new AtomicBoolean();

    /**
     * Created once the window exists.
     *
     * @param show shows a crash and runs the callback when it was dismissed; called on the JavaFX
     *     thread
     */
    public CrashHandler(BiConsumer<Throwable, Runnable> show) {
        this.show = show;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.error("uncaught in {}", thread.getName(), thrown);
        if (showing.compareAndSet(false, true)) {
            Platform.runLater(() -> show.accept(thrown, () -> showing.set(false)));
        }
    }
}

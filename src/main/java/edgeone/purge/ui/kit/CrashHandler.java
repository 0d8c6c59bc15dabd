package edgeone.purge.ui.kit;

import javafx.application.Platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Hears what nobody caught: logs it, and shows the first of a series. */
public final class CrashHandler implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrashHandler.class);

    private final Consumer<Throwable> show;
    private final AtomicBoolean shown = new AtomicBoolean();

    /**
     * @param show shows a crash; called on the JavaFX thread, once
     */
    public CrashHandler(Consumer<Throwable> show) {
        this.show = show;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.error("uncaught in {}", thread.getName(), thrown);
        if (shown.compareAndSet(false, true)) {
            Platform.runLater(() -> show.accept(thrown));
        }
    }
}

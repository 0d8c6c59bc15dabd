package edgeone.purge.app.window;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.util.concurrent.CompletableFuture;

/** Brings the window to the front, waiting for it if it is still opening. */
final class Foreground {
    private final CompletableFuture<Stage> shown = new CompletableFuture<>();

    /** Reports that the window is shown. */
    void shows(Stage stage) {
        shown.complete(stage);
    }

    /** Starts {@code work} on its own thread once the window is shown. */
    void whenShown(Runnable work) {
        CompletableFuture<Void> _ = shown.thenRunAsync(work, Thread::startVirtualThread);
    }

    /**
     * Brings the window to the front and waits for that. Not for the JavaFX thread.
     *
     * @return false if it has been closed
     */
    boolean raise() {
        Stage stage = shown.join();
        CompletableFuture<Boolean> raised = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    if (!stage.isShowing()) {
                        raised.complete(false);
                        return;
                    }
                    stage.setIconified(false);
                    // Where the system refuses focus, being on top is still allowed.
                    stage.setAlwaysOnTop(true);
                    stage.toFront();
                    stage.requestFocus();
                    stage.setAlwaysOnTop(false);
                    raised.complete(true);
                });
        return raised.join();
    }
}

package edgeone.purge.app.window;

import edgeone.purge.ui.kit.Front;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.util.concurrent.CompletableFuture;

/** Brings the window to the front, also one that is only just opening. */
final class Foreground {
    private final CompletableFuture<Stage> shown = new CompletableFuture<>();

    /** The window is there. */
    void shows(Stage stage) {
        shown.complete(stage);
    }

    /** Starts {@code work}, on a thread of its own, as soon as the window is there. */
    void whenShown(Runnable work) {
        CompletableFuture<Void> _ = shown.thenRunAsync(work, Thread::startVirtualThread);
    }

    /**
     * Returns when the window has been brought to the front; not for the JavaFX thread.
     *
     * @return false where it has been closed
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
                    Front.bring(stage);
                    raised.complete(true);
                });
        return raised.join();
    }
}

package edgeone.purge.ui.shell.screen;

import javafx.scene.Parent;

/** The view of a screen. On the JavaFX thread. */
public interface ScreenView {
    Parent root();

    /**
     * Adds what the first frame of the window does without, so that it appears sooner. Called once,
     * before a view is shown; for the view the window starts with, right after that frame.
     */
    default void complete() {}

    /** Moves the focus to where work starts. */
    void focus();

    /** Stops listening to the model. The view is not shown again. */
    void close();
}

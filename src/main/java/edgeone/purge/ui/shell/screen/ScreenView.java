package edgeone.purge.ui.shell.screen;

import javafx.scene.Parent;

/** The view of a screen. On the JavaFX thread. */
public interface ScreenView {
    Parent root();

    /** Moves the focus to where work starts. */
    void focus();

    /** Stops listening to the model. The view is not shown again. */
    void close();
}

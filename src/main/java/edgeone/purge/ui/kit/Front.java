package edgeone.purge.ui.kit;

import javafx.stage.Stage;
import javafx.stage.Window;

/** Whether the program is in front of the user, and how it gets there. */
public final class Front {
    private Front() {}

    /** Whether the window, or a dialog or list of it, has the focus. */
    public static boolean has(Stage stage) {
        return !stage.isIconified() && Window.getWindows().stream().anyMatch(Window::isFocused);
    }

    /** Brings a window to the front because the user asked for it. */
    public static void bring(Stage stage) {
        stage.setIconified(false);
        // Systems that keep programs from taking the focus let them be on top at least.
        stage.setAlwaysOnTop(true);
        stage.toFront();
        stage.requestFocus();
        stage.setAlwaysOnTop(false);
    }
}

package edgeone.purge.ui.shortcuts;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/** Binds the keys of actions. Actions without keys are bound to nothing. */
public final class Keys {
    private Keys() {}

    /** Wherever the focus is in the window, unless a control took the key for itself. */
    public static void on(Scene scene, WindowAction action, Runnable run) {
        action.keys().forEach(keys -> scene.getAccelerators().put(keys, run));
    }

    /** While the focus is in a node, unless a control took the key for itself. */
    public static void on(Node node, WindowAction action, Runnable run) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, handler(action, run));
    }

    /** While the focus is in a node, before any control of it gets the key. */
    public static void before(Node node, WindowAction action, Runnable run) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, handler(action, run));
    }

    private static EventHandler<KeyEvent> handler(WindowAction action, Runnable run) {
        return event -> {
            if (action.isPressed(event)) {
                event.consume();
                run.run();
            }
        };
    }
}

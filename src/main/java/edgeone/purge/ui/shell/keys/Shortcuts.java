package edgeone.purge.ui.shell.keys;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

import java.util.LinkedHashMap;
import java.util.Map;

/** The shortcuts that work everywhere in the window, in the order they were added. */
public final class Shortcuts {
    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

    /**
     * Adds a shortcut.
     *
     * @param keys as {@link KeyCombination#valueOf} reads them, such as {@code Shortcut+L}
     */
    public void add(String keys, Runnable action) {
        actions.put(KeyCombination.valueOf(keys), action);
    }

    /** Makes them work in a scene. */
    public void bind(Scene scene) {
        scene.getAccelerators().putAll(actions);
    }
}

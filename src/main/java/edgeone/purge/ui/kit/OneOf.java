package edgeone.purge.ui.kit;

import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

import java.util.IdentityHashMap;
import java.util.function.Consumer;

/**
 * Toggle buttons, exactly one of which is selected. Since arrow keys select a button without firing
 * its action, this listens to the selection.
 */
public final class OneOf<T> {
    private final ToggleGroup group = new ToggleGroup();
    private final IdentityHashMap<Toggle, T> values = new IdentityHashMap<>();

    /**
     * Starts without a button.
     *
     * @param chosen receives the new value, also if the program selected it
     */
    public OneOf(Consumer<? super T> chosen) {
        group.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            T value = values.get(now);
                            if (value != null) {
                                chosen.accept(value);
                            } else if (before != null) {
                                group.selectToggle(before);
                            }
                        });
    }

    /** Adds the button of a value. */
    public void add(ToggleButton button, T value) {
        values.put(button, value);
        button.setToggleGroup(group);
    }
}

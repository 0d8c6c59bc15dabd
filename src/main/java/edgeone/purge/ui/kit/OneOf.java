package edgeone.purge.ui.kit;

import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

import java.util.IdentityHashMap;
import java.util.function.Consumer;

/**
 * Buttons of which one is chosen. JavaFX moves the choice with the arrow keys without any action of
 * the button, so it is the choice that is listened to; and it never ends up without one.
 */
public final class OneOf<T> {
    private final ToggleGroup group = new ToggleGroup();
    private final IdentityHashMap<Toggle, T> values = new IdentityHashMap<>();

    /**
     * Starts without a button.
     *
     * @param chosen hears what was chosen, by whatever means, the program's included
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

    /** Adds a button that stands for a value. */
    public void add(ToggleButton button, T value) {
        values.put(button, value);
        button.setToggleGroup(group);
    }
}

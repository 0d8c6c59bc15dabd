package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.styled;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.OneOf;
import edgeone.purge.ui.shell.screen.Screen;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The buttons on the left, one for each screen. */
final class Rail {
    private final VBox root = styled(new VBox(), "rail");
    private final Map<String, ToggleButton> buttons = new HashMap<>();
    private final Consumer<String> open;
    private String shown = "";

    /**
     * @param open opens a screen by its name
     */
    Rail(Consumer<String> open) {
        this.open = open;
    }

    /** Adds the buttons. */
    void fill(List<Screen> screens, Formats formats) {
        OneOf<String> choice = new OneOf<>(this::choose);
        for (Screen screen : screens) {
            String name = screen.name();
            ToggleButton button =
                    new ToggleButton(
                            formats.text("window.rail." + name), new FontIcon(screen.icon()));
            button.setId("rail-" + name);
            button.getStyleClass().setAll("rail-entry");
            choice.add(button, name);
            buttons.put(name, button);
            root.getChildren().add(button);
        }
        select(shown);
    }

    /** Adds something below the buttons, at the foot of the window. */
    void addAtFoot(Node node) {
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        root.getChildren().addAll(gap, node);
    }

    VBox root() {
        return root;
    }

    /** Selects the button of the screen that is shown, without opening it again. */
    void select(String name) {
        shown = name;
        ToggleButton button = buttons.get(name);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private void choose(String name) {
        if (!name.equals(shown)) {
            open.accept(name);
        }
    }
}

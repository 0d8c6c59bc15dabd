package edgeone.purge.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Builds rows and columns in code, for the first frame: FXML takes a tenth of a second the first
 * time, a delay left to the other screens.
 */
public final class Boxes {
    private Boxes() {}

    public static HBox row(double spacing, Node... content) {
        HBox row = new HBox(spacing, content);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static VBox column(double spacing, Node... content) {
        return new VBox(spacing, content);
    }

    public static Label label(String text, String... styles) {
        return styled(new Label(text), styles);
    }

    /** A label over as many lines as it needs. */
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        return label;
    }

    public static <T extends Node> T styled(T node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    public static <T extends Node> T named(String id, T node) {
        node.setId(id);
        return node;
    }

    /** Keeps a node as wide as its content. */
    public static <T extends Region> T unsqueezed(T node) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        return node;
    }

    /** Lets a node take the remaining width of its row. */
    public static <T extends Node> T growing(T node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    /** A spacer that takes the remaining width of a row. */
    public static Region gap() {
        return growing(new Region());
    }

    /** Shows a node, or removes it from the layout. */
    public static void toggle(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

package edgeone.purge.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;

/** Finds texts that do not fit. */
final class Clipped {
    private Clipped() {}

    /**
     * The texts below {@code root} that end in an ellipsis or extend beyond their window. Data in
     * tables, IDs and addresses may be cut, since they show all of it on hover.
     */
    static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        look(root, root, found);
        return found;
    }

    /** Scrolled content may extend beyond the bottom; nothing may extend beyond the sides. */
    private static boolean isInside(Parent root, Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() >= -1 && bounds.getMaxX() <= root.getLayoutBounds().getWidth() + 1;
    }

    private static boolean mayBeCut(Labeled label) {
        return label.getStyleClass().contains("mono") || label.getStyleClass().contains("elastic");
    }

    private static void look(Parent root, Node node, List<String> found) {
        if (!node.isVisible() || node instanceof IndexedCell<?>) {
            return;
        }
        if (node instanceof Labeled label && !mayBeCut(label)) {
            String text = label.getText();
            Node drawn = label.lookup(".text");
            if (text != null && !text.isEmpty() && drawn instanceof Text shown) {
                boolean cut = !shown.getText().replace("\n", "").equals(text.replace("\n", ""));
                boolean tall =
                        label.isWrapText()
                                && shown.getLayoutBounds().getHeight() > label.getHeight() + 1;
                boolean out = !isInside(root, label);
                if (cut || tall || out) {
                    found.add(text + " (shown: " + shown.getText() + ")");
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(root, child, found));
        }
    }
}

package edgeone.purge.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;

/** Finds words that do not fit where they stand. */
final class Clipped {
    private Clipped() {}

    /**
     * The texts below {@code root} that are cut with an ellipsis or hang out of their window. Data
     * in tables, ids and addresses may be cut; they show the whole when pointed at.
     */
    static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        look(root, root, found);
        return found;
    }

    /** What scrolls may hang out at the bottom, but nothing may at the side. */
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

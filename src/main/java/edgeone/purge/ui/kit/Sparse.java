package edgeone.purge.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.List;

/**
 * Keeps a pane's hidden children out of the scene. JavaFX gives skins and styles to a hidden node
 * as to any other, which is half the work of the first frame.
 */
public final class Sparse {
    private Sparse() {}

    /**
     * From now on, the pane holds only those of its present children that are visible.
     *
     * @param pane nothing else adds to its children or removes them
     * @return the pane
     */
    public static <T extends Pane> T sparse(T pane) {
        List<Node> all = List.copyOf(pane.getChildren());
        all.forEach(node -> node.visibleProperty().subscribe(_ -> put(pane, all, node)));
        return pane;
    }

    private static void put(Pane pane, List<Node> all, Node node) {
        List<Node> there = pane.getChildren();
        if (!node.isVisible()) {
            there.remove(node);
        } else if (!there.contains(node)) {
            List<Node> before = all.subList(0, all.indexOf(node));
            there.add((int) before.stream().filter(there::contains).count(), node);
        }
    }
}

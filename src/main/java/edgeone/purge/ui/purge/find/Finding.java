package edgeone.purge.ui.purge.find;

import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.purge.editor.TargetEditor;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The bars below the target editor, of which one is open at most. */
public final class Finding {
    private final FindBar find;
    private final LineBar line;
    private final VBox root;

    /**
     * @param searching for the search
     */
    public Finding(TargetEditor editor, Formats formats, Latest searching) {
        find = new FindBar(editor, formats, searching);
        line = new LineBar(editor, formats);
        root = sparse(new VBox(find.root(), line.root()));
    }

    public Node root() {
        return root;
    }

    public void find() {
        line.close();
        find.open();
    }

    public void goToLine() {
        find.close();
        line.open();
    }

    /** Goes to the next match, or with -1 to the one before; opens the bar where it is closed. */
    public void step(int by) {
        line.close();
        find.step(by);
    }

    /** Whether a bar was open, which is closed now. */
    public boolean close() {
        boolean open = find.root().isVisible() || line.root().isVisible();
        find.close();
        line.close();
        return open;
    }
}

package edgeone.purge.ui.purge.form;

import javafx.scene.Node;

/** One question of the form. Shows what the model holds, and writes into it. */
public interface FormPart {
    Node root();

    /** Locks the part while a purge is under way, or unlocks it. */
    void lock(boolean locked);

    /** Stops listening to the model, which outlives the view. */
    void close();
}

package edgeone.purge.ui.shell.frame;

import javafx.scene.Node;

/** A part of the frame. */
interface Part {
    Node root();

    /** Stops listening to the model; the part is not shown again. */
    void close();
}

package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.label;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** The small titles above the parts of the form. */
final class Titles {
    private Titles() {}

    /** A title that screen readers read out for {@code part}. */
    static Label of(String text, Node part) {
        Label title = label(text, "muted");
        title.setLabelFor(part);
        return title;
    }
}

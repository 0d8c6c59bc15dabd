package edgeone.purge.ui.kit;

import edgeone.purge.messages.VisibleText;

import javafx.scene.control.TextField;

/**
 * A read-only, monospaced ID to select and copy. Copied as a whole it is exact, even if it is shown
 * escaped.
 */
public final class CopyField extends TextField {
    private String exact = "";

    public CopyField() {
        getStyleClass().addAll("mono", "copy-field");
        setEditable(false);
        textProperty().subscribe(text -> setPrefColumnCount(Math.max(6, text.length())));
    }

    /** Shows a text from outside. */
    public void show(String text) {
        exact = text;
        setText(VisibleText.of(text));
    }

    @Override
    public void copy() {
        if (getSelectedText().equals(VisibleText.of(exact))) {
            Copying.copy(exact);
        } else {
            super.copy();
        }
    }
}

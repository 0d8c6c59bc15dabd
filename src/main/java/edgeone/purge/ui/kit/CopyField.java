package edgeone.purge.ui.kit;

import edgeone.purge.messages.VisibleText;

import javafx.scene.control.TextField;

/**
 * An id: monospaced, can be selected and copied, cannot be changed. Copied whole it is exact,
 * however it has to be shown.
 */
public final class CopyField extends TextField {
    private String exact = "";

    public CopyField() {
        getStyleClass().addAll("mono", "copy-field");
        setEditable(false);
        textProperty().subscribe(text -> setPrefColumnCount(Math.max(6, text.length())));
    }

    /** Shows what others wrote. */
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

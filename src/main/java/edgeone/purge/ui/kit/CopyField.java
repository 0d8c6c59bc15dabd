package edgeone.purge.ui.kit;

import javafx.scene.control.TextField;

/** An ID: monospaced and read-only, but can be selected and copied. */
public final class CopyField extends TextField {
    public CopyField() {
        getStyleClass().addAll("mono", "copy-field");
        setEditable(false);
        textProperty().subscribe(text -> setPrefColumnCount(Math.max(6, text.length())));
    }
}

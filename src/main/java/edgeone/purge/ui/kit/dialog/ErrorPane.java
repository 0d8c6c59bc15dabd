package edgeone.purge.ui.kit.dialog;

import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.CopyField;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.trouble.Trouble;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** An error: what happened, why, what to do, and what to copy for support. */
public final class ErrorPane extends VBox {

    public ErrorPane(Messages messages, Trouble trouble) {
        getStyleClass().add("error-pane");
        setSpacing(3);
        setAccessibleText(trouble.asText());
        add(trouble.what(), "strong", "danger-text");
        add(trouble.why());
        add(trouble.next(), "muted");
        addId(messages.text("window.trouble.code"), trouble.code());
        addId(messages.text("window.trouble.request"), trouble.requestId());
        getChildren().add(new HBox(Copying.link(messages, trouble::asText)));
    }

    private void add(String text, String... styles) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.setWrapText(true);
            // Must not be cut off when space is short.
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().addAll(styles);
            getChildren().add(label);
        }
    }

    private void addId(String name, @Nullable String id) {
        if (id != null && !id.isEmpty()) {
            Label label = new Label(name);
            label.getStyleClass().add("muted");
            label.setMinWidth(USE_PREF_SIZE);
            CopyField field = new CopyField();
            field.show(id);
            field.setAccessibleText(name);
            getChildren().add(new HBox(6, label, field));
        }
    }
}

package edgeone.purge.ui.accounts.form;

import edgeone.purge.messages.VisibleText;

import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

/** A zone's id in a list of choices. */
final class ZoneIdCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String id, boolean empty) {
        super.updateItem(id, empty);
        setText(empty || id == null ? null : VisibleText.of(id));
    }
}

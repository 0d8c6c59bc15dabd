package edgeone.purge.ui.accounts;

import edgeone.purge.messages.VisibleText;

import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

/** A zone's id to choose. */
final class ZoneIdCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String id, boolean empty) {
        super.updateItem(id, empty);
        setText(empty || id == null ? null : VisibleText.of(id));
    }
}

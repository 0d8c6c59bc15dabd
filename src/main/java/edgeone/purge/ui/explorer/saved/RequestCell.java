package edgeone.purge.ui.explorer.saved;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.requests.SavedRequest;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A request's name and, below, its action. */
final class RequestCell extends ListCell<SavedRequest> {
    private final Label name = label("", "strong");
    private final Label action = label("", "muted", "small");
    private final VBox both = column(0, name, action);

    RequestCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        both.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        both.setAlignment(Pos.CENTER_LEFT);
        // As wide as the list, so that long names end with dots and no bar appears.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SavedRequest request, boolean none) {
        super.updateItem(request, none);
        if (none || request == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(request.name());
        action.setText(VisibleText.of(request.action()));
        setAccessibleText(name.getText() + ", " + action.getText());
        setGraphic(both);
    }
}

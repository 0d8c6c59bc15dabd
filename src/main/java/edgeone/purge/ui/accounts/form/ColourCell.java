package edgeone.purge.ui.accounts.form;

import edgeone.purge.accounts.AccountColour;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** An account colour with its name. */
final class ColourCell extends ListCell<AccountColour> {
    private final Formats formats;
    private final Region swatch = new Region();

    ColourCell(Formats formats) {
        this.formats = formats;
        swatch.getStyleClass().add("swatch");
    }

    @Override
    protected void updateItem(@Nullable AccountColour colour, boolean empty) {
        super.updateItem(colour, empty);
        if (empty || colour == null) {
            setText(null);
            setGraphic(null);
        } else {
            AccountColours.paint(swatch, colour);
            setText(formats.text("window.accounts.colour." + colour.label()));
            setGraphic(swatch);
        }
    }
}

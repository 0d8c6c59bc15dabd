package edgeone.purge.ui.palette;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/** An entry on one line: what it is, its title, what tells it from others, its keys. */
final class PaletteCell extends ListCell<PaletteEntry> {
    static final double HEIGHT = 34;
    private static final double KIND_WIDTH = 64;

    private final Formats formats;
    private final Label kind = Boxes.label("", "muted", "small");
    private final Label title = Boxes.label("", "strong");
    private final Label detail = Boxes.label("", "muted");
    private final Label keys = Boxes.unsqueezed(Boxes.label("", "muted", "mono"));
    private final HBox row = Boxes.row(10, kind, title, detail, Boxes.gap(), keys);

    PaletteCell(Formats formats) {
        this.formats = formats;
        kind.setMinWidth(KIND_WIDTH);
        title.setMinWidth(USE_PREF_SIZE);
        title.setMaxWidth(360);
        // The row must not be wider than the list, or the list would scroll sideways.
        setPrefWidth(0);
        // Stays, as a graphic that comes and goes is styled anew each time, which takes longest.
        setGraphic(row);
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        row.setVisible(!empty);
        if (empty || entry == null) {
            setAccessibleText(null);
            return;
        }
        kind.setText(formats.text(entry.kind().messageKey()));
        title.setText(entry.title());
        detail.setText(entry.detail());
        keys.setText(entry.keys());
        setAccessibleText(said(formats, entry));
    }

    /** The entry as a screen reader says it. */
    static String said(Formats formats, PaletteEntry entry) {
        return String.join(
                " ",
                formats.text(entry.kind().messageKey()),
                entry.title(),
                entry.detail(),
                entry.keys());
    }
}

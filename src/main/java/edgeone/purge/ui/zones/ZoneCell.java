package edgeone.purge.ui.zones;

import static edgeone.purge.ui.kit.Boxes.label;

import edgeone.purge.messages.Shown;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.zones.ZoneFinder.Found;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * A zone in the list: its name, what tells it from others of that name, and where it serves, how it
 * is and what it is bound to.
 */
final class ZoneCell extends ListCell<Found> {
    static final double HEIGHT = 46;

    private final Formats formats;
    private final Words words;
    private final Label title = label("", "strong");
    private final Label recent = label("", "badge", "still");
    private final Label trouble = label("", "badge", "doubt");
    private final Label below = label("", "muted", "small");
    private final Button star = new Button();
    private final HBox row;

    /**
     * @param toggle hears the ID of a zone whose mark was clicked
     */
    ZoneCell(Formats formats, Consumer<String> toggle) {
        this.formats = formats;
        words = new Words(formats.messages());
        recent.setText(formats.text("window.zone.recent"));
        star.getStyleClass().addAll("flat", "star");
        star.setFocusTraversable(false);
        star.setOnAction(
                _ -> {
                    if (getItem() != null) {
                        toggle.accept(getItem().zone().zoneId());
                    }
                });
        HBox first = new HBox(6, title, trouble, recent);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox texts = new VBox(1, first, below);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        row = new HBox(4, texts, star);
        row.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Wide text is cut, instead of making the list scroll.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Found found, boolean empty) {
        super.updateItem(found, empty);
        if (empty || found == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Zone zone = found.zone();
        title.setText(Words.zone(zone));
        below.setText(below(found));
        show(recent, found.recent() && !found.favourite());
        trouble.setText(trouble(zone));
        show(trouble, !trouble.getText().isEmpty());
        star.setText(found.favourite() ? "★" : "☆");
        star.setAccessibleText(
                formats.text(found.favourite() ? "window.zone.unmark" : "window.zone.mark"));
        setGraphic(row);
        setAccessibleText(
                String.join(
                        " ",
                        title.getText(),
                        below.getText(),
                        found.favourite() ? formats.text("window.zone.favourite") : "",
                        trouble.getText()));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private String below(Found found) {
        String host = found.host();
        String line = words.zoneDetails(found.zone());
        return host == null
                ? line
                : formats.text("window.zone.byHost", VisibleText.of(host), new Shown(line));
    }

    /** What keeps the zone from working as others do; empty for nothing. */
    private String trouble(Zone zone) {
        return zone.locked() ? formats.text("window.zone.locked") : "";
    }
}

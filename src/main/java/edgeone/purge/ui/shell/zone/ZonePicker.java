package edgeone.purge.ui.shell.zone;

import edgeone.purge.messages.Shown;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Hint;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.zones.ZoneList;
import edgeone.purge.ui.zones.ZoneSearch;

import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** The button that shows the chosen zone and opens the list of zones. */
public final class ZonePicker extends Button {
    private static final double MOST = 460;

    private final Session session;
    private final Formats formats;
    private final Words words;
    private final Label name = new Label();
    private final Label line = new Label();
    private final Hint hint = new Hint(this);
    private final String stylesheet;
    private final Subscription watching;

    /** Prepared long before the list is opened. */
    private final ZoneSearch search;

    /** Built when first opened, so that the first frame does not wait for it. */
    private @Nullable ZoneList list;

    public ZonePicker(Session session, Formats formats, String stylesheet) {
        this.session = session;
        this.formats = formats;
        words = new Words(formats.messages());
        this.stylesheet = stylesheet;
        search = session.book().search();
        setId("zone-picker");
        getStyleClass().add("zone-picker");
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().addAll("muted", "elastic");
        line.setMinWidth(0);
        // Drawn by the style sheet: the first icon would load the font of all icons.
        Region chevron = Boxes.styled(new Region(), "chevron");
        setGraphic(Boxes.row(8, name, line, Boxes.gap(), chevron));
        setMinWidth(200);
        setMaxWidth(MOST);
        setOnAction(_ -> open());
        watching =
                session.zoneProperty()
                        .subscribe(_ -> showChosen())
                        .and(session.readingZonesProperty().subscribe(_ -> showChosen()))
                        .and(session.zones().subscribe(this::showChosen));
    }

    public void close() {
        if (list != null) {
            list.close();
        }
        watching.unsubscribe();
        search.close();
    }

    private void showChosen() {
        Zone zone = session.zoneProperty().get();
        if (zone == null) {
            name.setText(
                    formats.text(
                            session.readingZonesProperty().get()
                                    ? "window.zone.reading"
                                    : "window.zone.none"));
            line.setText("");
        } else {
            name.setText(Words.zone(zone));
            line.setText(words.zoneLine(zone) + locked(zone));
        }
        hint.say(name.getText() + "\n" + line.getText());
        setAccessibleText(
                formats.text(
                        "window.zone.choose",
                        new Shown(name.getText()),
                        new Shown(line.getText())));
    }

    private String locked(Zone zone) {
        return zone.locked() ? " · " + formats.text("window.zone.locked") : "";
    }

    /** Opens the list below the button. */
    public void open() {
        if (list == null) {
            list =
                    new ZoneList(
                            session.book(),
                            search,
                            formats,
                            stylesheet,
                            zone -> {
                                session.zoneProperty().set(zone);
                                requestFocus();
                            });
        }
        Bounds bounds = localToScreen(getBoundsInLocal());
        Objects.requireNonNull(list)
                .show(this, bounds.getMinX(), bounds.getMaxY() + 2, session.zoneProperty().get());
    }
}

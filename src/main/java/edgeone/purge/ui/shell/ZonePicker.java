package edgeone.purge.ui.shell;

import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;

import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/**
 * Chooses a zone: a button with the chosen one, and below it, when pressed, a list that is searched
 * by name, alias and id.
 */
final class ZonePicker extends Button {
    private static final double LIST_WIDTH = 460;

    private final Session session;
    private final Formats formats;
    private final Words words;
    private final Label name = new Label();
    private final Label line = new Label();
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final ListView<Zone> list = new ListView<>();
    private final FilteredList<Zone> found;
    private final Subscription watching;

    ZonePicker(Session session, Formats formats, String stylesheet) {
        this.session = session;
        this.formats = formats;
        words = new Words(formats.messages());
        found = new FilteredList<>(session.zones());
        setId("zone-picker");
        getStyleClass().add("zone-picker");
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().addAll("muted", "elastic");
        line.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox face = new HBox(8, name, line, gap, new FontIcon("fth-chevron-down"));
        face.setAlignment(Pos.CENTER_LEFT);
        setGraphic(face);
        setMinWidth(200);
        setMaxWidth(LIST_WIDTH);
        setOnAction(_ -> open());
        fillPopup(stylesheet);
        watching =
                session.zoneProperty()
                        .subscribe(_ -> showChosen())
                        .and(session.readingZonesProperty().subscribe(_ -> showChosen()))
                        .and(session.zones().subscribe(this::showChosen));
    }

    void close() {
        popup.hide();
        watching.unsubscribe();
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
            name.setText(zone.label());
            line.setText(words.zoneLine(zone) + locked(zone));
        }
        setTooltip(new Tooltip(name.getText() + "\n" + line.getText()));
        setAccessibleText(formats.text("window.zone.choose", name.getText(), line.getText()));
    }

    private String locked(Zone zone) {
        return zone.locked() ? " · " + formats.text("window.zone.locked") : "";
    }

    private void fillPopup(String stylesheet) {
        search.setPromptText(formats.text("window.zone.search"));
        search.setAccessibleText(formats.text("window.zone.search"));
        search.setId("zone-search");
        list.setId("zone-list");
        list.setItems(found);
        list.setAccessibleText(formats.text("window.zone.list"));
        list.setPlaceholder(new Label(formats.text("window.zone.noMatch")));
        list.setCellFactory(_ -> new ZoneCell());
        list.setPrefSize(LIST_WIDTH, 320);
        list.setOnMouseClicked(_ -> choose(list.getSelectionModel().getSelectedItem()));
        VBox box = new VBox(8, search, list);
        box.getStyleClass().add("zone-popup");
        box.getStylesheets().add(stylesheet);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        search.textProperty().subscribe(this::filter);
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ENTER -> choose(list.getSelectionModel().getSelectedItem());
            case ESCAPE -> popup.hide();
            case DOWN -> move(Math.min(at + 1, found.size() - 1));
            case UP -> move(Math.max(at - 1, 0));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index));
    }

    private void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(
                zone ->
                        zone.zoneName().toLowerCase(Locale.ROOT).contains(wanted)
                                || zone.alias().toLowerCase(Locale.ROOT).contains(wanted)
                                || zone.zoneId().toLowerCase(Locale.ROOT).contains(wanted));
        list.getSelectionModel().selectFirst();
    }

    /** Opens the list below the button. Rows are only touched while they are in a window. */
    void open() {
        Bounds bounds = localToScreen(getBoundsInLocal());
        popup.show(this, bounds.getMinX(), bounds.getMaxY() + 2);
        search.clear();
        filter("");
        Zone zone = session.zoneProperty().get();
        if (zone != null) {
            list.getSelectionModel().select(zone);
            list.scrollTo(zone);
        }
        search.requestFocus();
    }

    private void choose(@Nullable Zone zone) {
        if (zone != null) {
            session.zoneProperty().set(zone);
            popup.hide();
            requestFocus();
        }
    }

    /** A zone in the list: its name, and what tells it from others of that name. */
    private final class ZoneCell extends ListCell<Zone> {
        @Override
        protected void updateItem(@Nullable Zone zone, boolean empty) {
            super.updateItem(zone, empty);
            if (empty || zone == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label title = new Label(zone.label());
            title.getStyleClass().add("strong");
            Label below = new Label(words.zoneLine(zone));
            below.getStyleClass().add("muted");
            VBox texts = new VBox(title, below);
            HBox.setHgrow(texts, Priority.ALWAYS);
            HBox row = new HBox(8, texts);
            row.setAlignment(Pos.CENTER_LEFT);
            if (zone.locked()) {
                Label lock = new Label(formats.text("window.zone.locked"));
                lock.getStyleClass().addAll("badge", "doubt");
                row.getChildren().add(lock);
            }
            setGraphic(row);
            setAccessibleText(zone.label() + " " + words.zoneLine(zone) + locked(zone));
        }
    }
}

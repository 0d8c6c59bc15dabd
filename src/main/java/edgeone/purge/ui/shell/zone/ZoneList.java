package edgeone.purge.ui.shell.zone;

import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** A popup that lists the zones and searches them by name, alias and id. */
final class ZoneList {
    static final double WIDTH = 460;

    private final Session session;
    private final Formats formats;
    private final Words words;
    private final Runnable chosen;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final ListView<Zone> list = new ListView<>();
    private final FilteredList<Zone> found;

    /**
     * @param chosen called when a zone was chosen and set in the session
     */
    ZoneList(Session session, Formats formats, String stylesheet, Runnable chosen) {
        this.session = session;
        this.formats = formats;
        this.chosen = chosen;
        words = new Words(formats.messages());
        found = new FilteredList<>(session.zones());
        fillPopup(stylesheet);
    }

    void hide() {
        popup.hide();
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
        list.setPrefSize(WIDTH, 320);
        list.setOnMouseClicked(_ -> choose(list.getSelectionModel().getSelectedItem()));
        VBox box = new VBox(8, search, list);
        box.getStyleClass().add("zone-popup");
        box.getStylesheets().add(stylesheet);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        search.textProperty().subscribe(this::filter);
        Keys.before(
                box,
                WindowAction.CHOOSE_ENTRY,
                () -> choose(list.getSelectionModel().getSelectedItem()));
        Keys.before(box, WindowAction.CLOSE_LIST, popup::hide);
        Keys.before(box, WindowAction.NEXT_ENTRY, () -> move(1));
        Keys.before(box, WindowAction.PREVIOUS_ENTRY, () -> move(-1));
    }

    private void move(int by) {
        int to =
                Math.clamp(
                        list.getSelectionModel().getSelectedIndex() + (long) by,
                        0,
                        Math.max(0, found.size() - 1));
        list.getSelectionModel().select(to);
        list.scrollTo(to);
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

    /** Shows the list. It selects the current zone only then, when the rows are in a window. */
    void show(Node below, double x, double y) {
        popup.show(below, x, y);
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
            chosen.run();
        }
    }

    /** A zone in the list: its name, and what distinguishes it from namesakes. */
    private final class ZoneCell extends ListCell<Zone> {
        @Override
        protected void updateItem(@Nullable Zone zone, boolean empty) {
            super.updateItem(zone, empty);
            if (empty || zone == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label title = new Label(Words.zone(zone));
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
            setAccessibleText(Words.zone(zone) + " " + words.zoneLine(zone) + locked(zone));
        }
    }
}

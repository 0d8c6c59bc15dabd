package edgeone.purge.ui.zones;

import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;
import edgeone.purge.zones.KnownZones;
import edgeone.purge.zones.ZoneFinder.Found;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * The zones in a popup. Typing finds, keys select, choose and mark a zone, or close the list
 * without a choice.
 */
public final class ZoneList {
    /** Wide enough for alias, ID, area, state and plan side by side. */
    private static final double WIDTH = 620;

    private static final int PAGE = 7;

    private final ZoneBook book;
    private final Formats formats;
    private final Consumer<Zone> chosen;
    private final ZoneSearch search;
    private final Popup popup = new Popup();
    private final TextField text = new TextField();
    private final ListView<Found> list = new ListView<>();
    private final Label known = new Label();
    private final Subscription watching;

    /** The zone that is selected, wherever it stands. */
    private @Nullable String selected;

    /**
     * @param search stays its owner's to close
     * @param chosen hears which zone was chosen
     */
    public ZoneList(
            ZoneBook book,
            ZoneSearch search,
            Formats formats,
            String stylesheet,
            Consumer<Zone> chosen) {
        this.book = book;
        this.formats = formats;
        this.chosen = chosen;
        this.search = search;
        fill(stylesheet);
        watching = book.knownProperty().subscribe(_ -> showKnown());
    }

    /** Lets go of what is known, which outlives the list. */
    public void close() {
        popup.hide();
        watching.unsubscribe();
    }

    private void fill(String stylesheet) {
        text.setPromptText(formats.text("window.zone.search"));
        text.setAccessibleText(formats.text("window.zone.search"));
        text.setId("zone-search");
        list.setId("zone-list");
        list.setItems(search.found());
        list.setAccessibleText(formats.text("window.zone.list"));
        list.setPlaceholder(new Label(formats.text("window.zone.noMatch")));
        list.setFixedCellSize(ZoneCell.HEIGHT);
        list.setCellFactory(_ -> new ZoneCell(formats, book::toggle));
        list.setPrefSize(WIDTH, PAGE * ZoneCell.HEIGHT + 4);
        list.setOnMouseClicked(
                event -> {
                    if (event.getTarget() instanceof Node node && isInCell(node)) {
                        choose();
                    }
                });
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        found -> {
                            if (found != null) {
                                selected = found.zone().zoneId();
                            }
                        });
        search.found().subscribe(this::selectAgain);
        known.getStyleClass().addAll("muted", "small");
        known.setId("zone-known");
        Label keys = Boxes.label(keys(), "muted", "small");
        VBox box = new VBox(8, text, list, Boxes.row(8, known, Boxes.gap(), keys));
        box.getStyleClass().add("zone-popup");
        box.getStylesheets().add(stylesheet);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        text.textProperty().subscribe(this::type);
        bind(box);
    }

    private String keys() {
        return formats.text(
                "window.zone.keys",
                WindowAction.CHOOSE_ENTRY.keysText(),
                WindowAction.MARK_ZONE.keysText(),
                WindowAction.CLOSE_LIST.keysText());
    }

    private void bind(Node box) {
        Keys.before(box, WindowAction.CHOOSE_ENTRY, () -> search.whenReady(this::choose));
        Keys.before(box, WindowAction.CLOSE_LIST, popup::hide);
        Keys.before(box, WindowAction.NEXT_ENTRY, () -> move(1));
        Keys.before(box, WindowAction.PREVIOUS_ENTRY, () -> move(-1));
        Keys.before(box, WindowAction.NEXT_PAGE, () -> move(PAGE));
        Keys.before(box, WindowAction.PREVIOUS_PAGE, () -> move(-PAGE));
        Keys.before(box, WindowAction.MARK_ZONE, this::mark);
    }

    /** A click on the mark only marks. */
    private static boolean isInCell(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("star")) {
                return false;
            }
            if (node instanceof ZoneCell cell) {
                return !cell.isEmpty();
            }
        }
        return false;
    }

    private void type(String wanted) {
        selected = null;
        search.type(wanted);
        list.scrollTo(0);
    }

    private void mark() {
        Found found = list.getSelectionModel().getSelectedItem();
        if (found != null) {
            book.toggle(found.zone().zoneId());
        }
    }

    private void move(int by) {
        int to =
                Math.clamp(
                        list.getSelectionModel().getSelectedIndex() + (long) by,
                        0,
                        Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - PAGE / 2));
    }

    /** The zone stays selected where it still fits; else the first is. */
    private void selectAgain() {
        int index = 0;
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).zone().zoneId().equals(selected)) {
                index = i;
            }
        }
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().select(index);
        }
    }

    private void showKnown() {
        KnownZones now = book.knownProperty().get();
        known.setText(
                now == null || now.readAt().equals(Instant.EPOCH)
                        ? ""
                        : formats.text(
                                "window.zone.known",
                                formats.when(now.readAt()),
                                now.hosts().size(),
                                now.zones().size()));
    }

    /**
     * Shows the list at a place. Rows are only touched while they are in a window.
     *
     * @param now the zone to select; null for the first
     */
    public void show(Node below, double x, double y, @Nullable Zone now) {
        popup.show(below, x, y);
        text.clear();
        selected = now == null ? null : now.zoneId();
        search.type("");
        selectAgain();
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - PAGE / 2));
        text.requestFocus();
    }

    private void choose() {
        Found found = list.getSelectionModel().getSelectedItem();
        if (found != null) {
            popup.hide();
            book.use(found.zone().zoneId());
            chosen.accept(found.zone());
        }
    }
}

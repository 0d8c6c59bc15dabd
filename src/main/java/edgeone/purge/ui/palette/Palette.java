package edgeone.purge.ui.palette;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.Dressing;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The palette in one language: a field, and below it what it finds. */
public final class Palette {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 380;
    private static final double BELOW_TOP = 64;
    private static final int PAGE = 7;

    private final List<PaletteSource> sources;
    private final Formats formats;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
    private final ListView<PaletteEntry> list = new ListView<>(found);
    private final VBox box = new VBox(8, search, list, count);
    private final List<PaletteEntry> entries = new ArrayList<>();
    private PaletteIndex index = new PaletteIndex(List.of());

    /** Rises with each opening, so that a source that answers late fills no later one. */
    private int opening;

    public Palette(List<PaletteSource> sources, Formats formats) {
        this.sources = List.copyOf(sources);
        this.formats = formats;
        search.setId("palette-search");
        search.setPromptText(formats.text("actions.palette.prompt"));
        search.setAccessibleText(formats.text("actions.palette.prompt"));
        list.setId("palette-list");
        list.setPrefSize(WIDTH, HEIGHT);
        list.setFixedCellSize(PaletteCell.HEIGHT);
        list.setAccessibleText(formats.text("actions.palette.list"));
        list.setPlaceholder(new Label(formats.text("actions.palette.none")));
        list.setCellFactory(_ -> new PaletteCell(formats));
        // The field keeps the focus, so that whatever is typed goes there.
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> choose(list.getSelectionModel().getSelectedItem()));
        list.getSelectionModel().selectedItemProperty().subscribe(this::tell);
        count.getStyleClass().addAll("muted", "small");
        box.getStyleClass().add("zone-popup");
        box.getStylesheets().add(Dialogs.stylesheet());
        popup.getContent().add(box);
        popup.setAutoHide(true);
        search.textProperty().subscribe((_, now) -> show(now));
        Keys.before(box, WindowAction.NEXT_ENTRY, () -> move(1));
        Keys.before(box, WindowAction.PREVIOUS_ENTRY, () -> move(-1));
        Keys.before(box, WindowAction.NEXT_PAGE, () -> move(PAGE));
        Keys.before(box, WindowAction.PREVIOUS_PAGE, () -> move(-PAGE));
        Keys.before(
                box,
                WindowAction.CHOOSE_ENTRY,
                () -> choose(list.getSelectionModel().getSelectedItem()));
        Keys.before(box, WindowAction.CLOSE_LIST, this::close);
        Keys.before(box, WindowAction.PALETTE, this::close);
    }

    /**
     * Opens it at the top of a window.
     *
     * @param colour the account's colour, {@code #rrggbb}
     */
    public void open(Window over, String colour) {
        opening++;
        entries.clear();
        box.setStyle(Dressing.style(colour, formats.messages().language()));
        int mine = opening;
        sources.forEach(source -> source.read(formats, more -> add(mine, more)));
        popup.show(
                over,
                over.getX() + (over.getWidth() - WIDTH) / 2,
                over.getY() + over.getScene().getY() + BELOW_TOP);
        search.clear();
        show("");
        search.requestFocus();
    }

    public void close() {
        popup.hide();
    }

    private void add(int asked, List<PaletteEntry> more) {
        if (asked == opening) {
            entries.addAll(more);
            index = new PaletteIndex(entries);
            if (popup.isShowing()) {
                show(search.getText());
            }
        }
    }

    private void show(String query) {
        found.setAll(index.find(query));
        count.setText(formats.text("actions.palette.count", found.size(), index.size()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void move(int by) {
        if (!found.isEmpty()) {
            int to = list.getSelectionModel().getSelectedIndex() + by;
            int at = Math.clamp(to, 0, found.size() - 1);
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 3));
        }
    }

    /** The field has the focus, so it is the field that a screen reader reads. */
    private void tell(@Nullable PaletteEntry entry) {
        search.setAccessibleHelp(entry == null ? "" : PaletteCell.said(formats, entry));
    }

    private void choose(@Nullable PaletteEntry entry) {
        if (entry != null) {
            close();
            entry.run().run();
        }
    }
}

package edgeone.purge.ui.rows;

import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The menu of a table's rows. Opened with the mouse it offers the cell below the pointer first; by
 * key all cells are a step away.
 *
 * @param <S> a row
 */
public final class RowMenu<S> {
    /** What of a value a menu shows; all of it is copied. */
    private static final int SHOWN = 48;

    private final TableView<S> table;
    private final Formats formats;
    private final ContextMenu menu = new ContextMenu();
    private final Map<TableColumn<S, ?>, Consumer<S>> filters = new LinkedHashMap<>();
    private Predicate<S> there = _ -> true;
    private Function<S, String> row = this::cells;
    private Function<S, String> key = s -> row.apply(s);
    private @Nullable RowCommand<S> command;
    private Runnable noCommand = () -> {};
    private @Nullable TableColumn<S, ?> pointed;

    /** Undoes what the rows are narrowed to; null where they are not. */
    private @Nullable Runnable widening;

    /** Gives a table its menu. Its columns are those of {@link Columns}. */
    public RowMenu(TableView<S> table, Formats formats) {
        this.table = table;
        this.formats = formats;
        table.setContextMenu(menu);
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
        Keys.on(table, WindowAction.ROW_MENU, this::openAtRow);
        Keys.on(table, WindowAction.COPY_ROWS, () -> copy(key));
    }

    /** Leaves out rows that only stand for others, which are not read yet. */
    public RowMenu<S> only(Predicate<S> rows) {
        there = rows;
        return this;
    }

    /** Copies rows as this text, in place of their cells with tabs in between. */
    public RowMenu<S> rowAs(Function<S, String> text) {
        row = text;
        return this;
    }

    /** What the copy key copies of a row, in place of the whole. */
    public RowMenu<S> keyCopies(Function<S, String> text) {
        key = text;
        return this;
    }

    /**
     * Offers rows as a command line.
     *
     * @param none told where there is none
     */
    public RowMenu<S> command(RowCommand<S> lines, Runnable none) {
        command = lines;
        noCommand = none;
        return this;
    }

    /** Offers to filter by the value a row has in a column. */
    public RowMenu<S> filter(TableColumn<S, ?> column, Consumer<S> by) {
        filters.put(column, by);
        return this;
    }

    /**
     * Offers to list only the rows that say the same in a column, and all of them again. The
     * column's head tells what it is narrowed to.
     *
     * @param rows those of the table
     */
    public RowMenu<S> narrows(FilteredList<S> rows) {
        for (TableColumn<S, ?> column : table.getColumns()) {
            filters.put(column, row -> narrow(rows, column, text(column).apply(row)));
        }
        return this;
    }

    private void narrow(FilteredList<S> rows, TableColumn<S, ?> column, String value) {
        widen();
        String title = column.getText();
        rows.setPredicate(row -> text(column).apply(row).equals(value));
        column.setText(formats.text("actions.row.value", title, cut(value)));
        widening =
                () -> {
                    column.setText(title);
                    rows.setPredicate(null);
                };
    }

    /** Lists all rows again. */
    public void widen() {
        Runnable last = widening;
        widening = null;
        if (last != null) {
            last.run();
        }
    }

    private void requested(ContextMenuEvent event) {
        pointed = event.isKeyboardTrigger() ? null : columnOf(event.getTarget());
        if (!fill()) {
            event.consume();
        }
    }

    private @Nullable TableColumn<S, ?> columnOf(Object target) {
        Node node = target instanceof Node start ? start : null;
        while (node != null) {
            if (node instanceof TableCell<?, ?> cell) {
                return table.getColumns().stream()
                        .filter(c -> c.equals(cell.getTableColumn()))
                        .findFirst()
                        .orElse(null);
            }
            node = node.getParent();
        }
        return null;
    }

    private void openAtRow() {
        pointed = null;
        if (fill()) {
            Node at = table.lookup(".table-row-cell:selected");
            Node below = at == null ? table : at;
            Bounds bounds = below.localToScreen(below.getBoundsInLocal());
            menu.show(
                    table, bounds.getMinX() + 24, at == null ? bounds.getMinY() : bounds.getMaxY());
        }
    }

    private List<S> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(r -> r != null && there.test(r))
                .toList();
    }

    /** Whether there is a row to offer anything of. */
    private boolean fill() {
        menu.getItems().clear();
        List<S> rows = chosen();
        if (rows.isEmpty()) {
            return false;
        }
        S first = rows.getFirst();
        if (pointed != null) {
            Function<S, String> text = text(pointed);
            menu.getItems()
                    .add(
                            item(
                                    formats.text("actions.row.cell", cut(text.apply(first))),
                                    () -> copy(text)));
        }
        Menu cells = new Menu(formats.text("actions.row.cells"));
        for (TableColumn<S, ?> column : table.getColumns()) {
            cells.getItems().add(item(value(column, first), () -> copy(text(column))));
        }
        menu.getItems().addAll(cells, item(formats.text("actions.row.copy"), () -> copy(row)));
        if (command != null) {
            menu.getItems().add(item(formats.text("actions.row.command"), this::copyCommand));
        }
        if (!filters.isEmpty()) {
            Menu by = new Menu(formats.text("actions.row.filter"));
            filters.forEach(
                    (column, filter) ->
                            by.getItems()
                                    .add(item(value(column, first), () -> filter.accept(first))));
            menu.getItems().addAll(new SeparatorMenuItem(), by);
        }
        if (widening != null) {
            menu.getItems().add(item(formats.text("actions.row.all"), this::widen));
        }
        return true;
    }

    private void copyCommand() {
        RowCommand<S> lines = command;
        if (lines != null) {
            lines.write(
                    chosen(),
                    line -> {
                        if (line.isEmpty()) {
                            noCommand.run();
                        } else {
                            Copying.copy(line);
                        }
                    });
        }
    }

    private void copy(Function<S, String> text) {
        List<S> rows = chosen();
        if (!rows.isEmpty()) {
            Copying.copy(rows.stream().map(text).collect(Collectors.joining("\n")));
        }
    }

    private String cells(S of) {
        List<String> cells = new ArrayList<>();
        table.getColumns().forEach(column -> cells.add(text(column).apply(of)));
        return String.join("\t", cells);
    }

    private Function<S, String> text(TableColumn<S, ?> column) {
        return Columns.textOf(column);
    }

    private String value(TableColumn<S, ?> column, S of) {
        return formats.text("actions.row.value", column.getText(), cut(text(column).apply(of)));
    }

    private static String cut(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN - 1) + "…" : value;
    }

    private static MenuItem item(String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        // A zone's underscore is no shortcut.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> run.run());
        return item;
    }
}

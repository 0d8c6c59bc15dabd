package edgeone.purge.ui.kit.table;

import edgeone.purge.messages.Messages;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fills a menu button with all that a mouse does to columns, for the keyboard: show and hide, sort,
 * move, resize.
 */
public final class ColumnsMenu {
    private static final double STEP = 20;

    private ColumnsMenu() {}

    /** Fills {@code button} each time it is opened. */
    public static <S> void on(MenuButton button, RememberedColumns<S> columns, Messages messages) {
        // Something must be there for the menu to open.
        button.getItems().setAll(new MenuItem());
        button.setOnShowing(
                _ -> {
                    button.getItems().clear();
                    columns.table().getColumns().stream()
                            .map(column -> menu(columns, column, messages))
                            .forEach(button.getItems()::add);
                    button.getItems()
                            .addAll(
                                    new SeparatorMenuItem(),
                                    item(messages, "window.columns.reset", columns::reset));
                });
    }

    private static <S> Menu menu(
            RememberedColumns<S> columns, TableColumn<S, ?> column, Messages messages) {
        Menu menu = new Menu(column.getText());
        CheckMenuItem shown = new CheckMenuItem(messages.text("window.columns.show"));
        shown.setSelected(column.isVisible());
        shown.setDisable(column.isVisible() && columns.table().getVisibleLeafColumns().size() == 1);
        shown.setOnAction(_ -> column.setVisible(shown.isSelected()));
        menu.getItems().add(shown);
        if (column.isSortable()) {
            menu.getItems()
                    .addAll(
                            item(
                                    messages,
                                    "window.columns.ascending",
                                    () -> sort(columns, column, TableColumn.SortType.ASCENDING)),
                            item(
                                    messages,
                                    "window.columns.descending",
                                    () -> sort(columns, column, TableColumn.SortType.DESCENDING)));
        }
        menu.getItems()
                .addAll(
                        move(columns, column, messages, "window.columns.left", -1),
                        move(columns, column, messages, "window.columns.right", 1),
                        item(messages, "window.columns.wider", () -> resize(columns, column, STEP)),
                        item(
                                messages,
                                "window.columns.narrower",
                                () -> resize(columns, column, -STEP)));
        return menu;
    }

    private static <S> void sort(
            RememberedColumns<S> columns, TableColumn<S, ?> column, TableColumn.SortType type) {
        column.setSortType(type);
        columns.table().getSortOrder().setAll(List.of(column));
    }

    private static <S> MenuItem move(
            RememberedColumns<S> columns,
            TableColumn<S, ?> column,
            Messages messages,
            String key,
            int by) {
        List<TableColumn<S, ?>> all = columns.table().getColumns();
        int to = all.indexOf(column) + by;
        MenuItem item =
                item(
                        messages,
                        key,
                        () -> {
                            List<TableColumn<S, ?>> moved = new ArrayList<>(all);
                            Collections.swap(moved, to - by, to);
                            columns.table().getColumns().setAll(moved);
                        });
        item.setDisable(to < 0 || to >= all.size());
        return item;
    }

    private static <S> void resize(
            RememberedColumns<S> columns, TableColumn<S, ?> column, double by) {
        columns.table().resizeColumn(column, by);
        columns.keep();
    }

    private static MenuItem item(Messages messages, String key, Runnable action) {
        MenuItem item = new MenuItem(messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}

package edgeone.purge.ui.kit.table;

import edgeone.purge.settings.TableLayout;

import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers order, width, visibility and sorting of a table's columns, which are known by their
 * IDs.
 *
 * @param <S> a row
 */
public final class RememberedColumns<S> {
    private final TableView<S> table;
    private final String name;
    private final TableLayouts layouts;
    private final TableLayout first;
    private Subscription watching = Subscription.EMPTY;
    private boolean applying;

    /**
     * @param table with all its columns as they are the first time
     * @param name of the table
     */
    public RememberedColumns(TableView<S> table, String name, TableLayouts layouts) {
        this.table = table;
        this.name = name;
        this.layouts = layouts;
        first = now();
        table.getColumns().forEach(column -> column.setReorderable(true));
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::dontMeasureEveryRow);
        watching =
                table.getColumns()
                        .subscribe(this::keep)
                        .and(table.getSortOrder().subscribe(this::keep));
        for (TableColumn<S, ?> column : table.getColumns()) {
            watching =
                    watching.and(column.visibleProperty().subscribe((_, _) -> keep()))
                            .and(column.sortTypeProperty().subscribe((_, _) -> keep()));
        }
        table.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                event -> {
                    if (isInHeader(event)) {
                        keep();
                    }
                });
        watching =
                watching.and(
                        layouts.readProperty()
                                .subscribe(
                                        read -> {
                                            if (read) {
                                                apply(layouts.of(name));
                                            }
                                        }));
        layouts.load();
    }

    /** Stops remembering. */
    public void close() {
        watching.unsubscribe();
    }

    /** Lays the table out as it was the first time. */
    void reset() {
        apply(first);
        keep();
    }

    /** Remembers the columns as they are now. */
    void keep() {
        if (!applying && layouts.readProperty().get()) {
            layouts.keep(name, now());
        }
    }

    TableView<S> table() {
        return table;
    }

    /** A double click on a divider would have the table read and measure all its rows. */
    private void dontMeasureEveryRow(MouseEvent event) {
        if (event.getClickCount() > 1
                && event.getTarget() instanceof Rectangle
                && isInHeader(event)) {
            event.consume();
        }
    }

    private static boolean isInHeader(MouseEvent event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && !node.getStyleClass().contains("column-header-background")) {
            node = node.getParent();
        }
        return node != null;
    }

    private TableLayout now() {
        Optional<TableColumn<S, ?>> sorted = table.getSortOrder().stream().findFirst();
        return new TableLayout(
                table.getColumns().stream()
                        .map(
                                c ->
                                        new TableLayout.Column(
                                                c.getId(),
                                                Math.max(1, (int) Math.round(c.getWidth())),
                                                c.isVisible()))
                        .toList(),
                sorted.map(TableColumn::getId).orElse(""),
                sorted.isPresent()
                        && sorted.get().getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void apply(TableLayout layout) {
        if (layout.columns().isEmpty()) {
            return;
        }
        applying = true;
        try {
            List<TableColumn<S, ?>> ordered = new ArrayList<>();
            for (TableLayout.Column column : layout.columns()) {
                column(column.name())
                        .ifPresent(
                                found -> {
                                    found.setVisible(column.shown());
                                    found.setPrefWidth(column.width());
                                    ordered.add(found);
                                });
            }
            // What an earlier version did not have stays where it is.
            for (TableColumn<S, ?> column : table.getColumns()) {
                if (!ordered.contains(column)) {
                    ordered.add(
                            Math.min(ordered.size(), table.getColumns().indexOf(column)), column);
                }
            }
            if (ordered.stream().noneMatch(TableColumn::isVisible)) {
                ordered.getFirst().setVisible(true);
            }
            if (!ordered.equals(table.getColumns())) {
                table.getColumns().setAll(ordered);
            }
            sort(layout);
        } finally {
            applying = false;
        }
    }

    private void sort(TableLayout layout) {
        Optional<TableColumn<S, ?>> sorted =
                column(layout.sortedBy()).filter(TableColumn::isSortable);
        sorted.ifPresent(
                column ->
                        column.setSortType(
                                layout.descending()
                                        ? TableColumn.SortType.DESCENDING
                                        : TableColumn.SortType.ASCENDING));
        List<TableColumn<S, ?>> order = sorted.map(List::<TableColumn<S, ?>>of).orElse(List.of());
        if (!order.equals(table.getSortOrder())) {
            table.getSortOrder().setAll(order);
        }
    }

    private Optional<TableColumn<S, ?>> column(String id) {
        return table.getColumns().stream().filter(c -> id.equals(c.getId())).findFirst();
    }
}

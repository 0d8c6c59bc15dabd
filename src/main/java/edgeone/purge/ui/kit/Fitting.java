package edgeone.purge.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

/**
 * Widens a column until its title, and optionally its cells, fit in the system's font. The other
 * columns make room; the table does not grow. Columns never get narrower, so that they stay put as
 * rows come and go.
 */
final class Fitting {
    /** Width of the line between titles. */
    private static final double BORDER = 2;

    private final TableCell<?, ?> cell;
    private final boolean whole;
    private final Text ruler = new Text();

    /**
     * @param whole whether the cell must fit too
     */
    Fitting(TableCell<?, ?> cell, boolean whole) {
        this.cell = cell;
        this.whole = whole;
    }

    /** Checks the cell after its layout. */
    void look() {
        TableColumn<?, ?> column = cell.getTableColumn();
        if (column == null || cell.isEmpty()) {
            return;
        }
        double shown = cell.snappedLeftInset() + content() + cell.snappedRightInset();
        double needed = Math.ceil(whole ? Math.max(shown, title(column)) : title(column));
        if (needed > column.getMinWidth()) {
            // Not while the table is being laid out.
            Platform.runLater(() -> widen(cell.getTableView(), column, needed));
        }
    }

    private double content() {
        Node graphic = cell.getGraphic();
        if (graphic != null) {
            return graphic.prefWidth(-1);
        }
        return width(cell.getText(), cell.getFont());
    }

    private static double title(TableColumn<?, ?> column) {
        Node head = column.getStyleableNode();
        return head != null && head.lookup(".label") instanceof Label label
                ? label.prefWidth(-1) + BORDER
                : 0;
    }

    private double width(@Nullable String text, Font font) {
        ruler.setText(text);
        ruler.setFont(font);
        return ruler.getLayoutBounds().getWidth();
    }

    private static <S> void widen(
            @Nullable TableView<S> table, TableColumn<?, ?> column, double needed) {
        if (table == null || needed <= column.getMinWidth()) {
            return;
        }
        column.setMaxWidth(Math.max(column.getMaxWidth(), needed));
        if (needed > column.getWidth()) {
            table.getVisibleLeafColumns().stream()
                    .filter(column::equals)
                    .forEach(own -> table.resizeColumn(own, needed - own.getWidth()));
        }
        column.setMinWidth(Math.min(needed, column.getWidth()));
    }
}

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
 * Widens a column until its title, and perhaps what its cells show, fits, at the cost of the other
 * columns and never beyond the table: the font, and with it the width a time or a number needs, is
 * the system's. A column never gets narrower again, so that rows may come and go.
 */
final class Fitting {
    /** Between the titles. */
    private static final double BORDER = 2;

    private final TableCell<?, ?> cell;
    private final boolean whole;
    private final Text ruler = new Text();

    /**
     * @param whole whether the cell may not be cut either
     */
    Fitting(TableCell<?, ?> cell, boolean whole) {
        this.cell = cell;
        this.whole = whole;
    }

    /** Looks at the cell once it is laid out. */
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

package edgeone.purge.settings;

import java.util.HashSet;
import java.util.List;

/**
 * How a table is laid out.
 *
 * @param columns from left to right
 * @param sortedBy name of a column; empty for the table's own order
 */
public record TableLayout(List<Column> columns, String sortedBy, boolean descending) {
    private static final int MOST = 64;
    private static final int WIDEST = 10_000;

    /** A table nobody has changed. */
    public static final TableLayout STANDARD = new TableLayout(List.of(), "", false);

    public TableLayout {
        columns = List.copyOf(columns);
        if (columns.size() > MOST
                || new HashSet<>(columns.stream().map(Column::name).toList()).size()
                        != columns.size()) {
            throw new IllegalArgumentException("too many columns, or the same one twice");
        }
    }

    /**
     * A column.
     *
     * @param width in JavaFX units
     */
    public record Column(String name, int width, boolean shown) {
        public Column {
            if (width < 1 || width > WIDEST) {
                throw new IllegalArgumentException("column width out of range: " + width);
            }
        }
    }
}

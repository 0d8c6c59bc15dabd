package edgeone.purge.ui.stats.chart;

import java.util.List;

/**
 * The numbers of a picture, to be read or exported.
 *
 * @param rows a cell for each column
 */
public record DataTable(List<Column> columns, List<List<Cell>> rows) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param title as a person reads it
     * @param key as it is called in a file, the same in every language
     * @param number whether it holds numbers
     */
    public record Column(String title, String key, boolean number) {}

    /**
     * A cell.
     *
     * @param shown as a person reads it
     * @param exact as it is written to a file
     */
    public record Cell(String shown, String exact) {
        /** The same in both. */
        public static Cell of(String text) {
            return new Cell(text, text);
        }
    }

    /** The names of the columns in a file. */
    public List<String> keys() {
        return columns.stream().map(Column::key).toList();
    }

    /** What is written to a file. */
    public List<List<String>> exact() {
        return rows.stream().map(row -> row.stream().map(Cell::exact).toList()).toList();
    }
}

package edgeone.purge.targets.intake;

import edgeone.purge.targets.rules.AddressText;
import edgeone.purge.targets.rules.Wrapping;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first rows of a text, cut at a delimiter.
 *
 * @param delimiter a comma, a semicolon, a tab or a vertical bar
 * @param rows at least one
 * @param even whether all rows have the same number of cells
 */
record CsvShape(char delimiter, List<List<String>> rows, boolean even) {
    private static final char[] DELIMITERS = {'\t', ',', ';', '|'};
    private static final int ROWS = 200;

    CsvShape {
        rows = List.copyOf(rows);
    }

    /**
     * The delimiter that cuts most rows into the same number of cells, more than one; or a list of
     * one column under a header; null if the text is not a table.
     */
    static @Nullable CsvShape of(String head) {
        CsvShape best = null;
        for (char delimiter : DELIMITERS) {
            CsvShape shape = cut(head, delimiter);
            if (shape == null || shape.columns() < 2 || !shape.even() || shape.rows().size() < 2) {
                continue;
            }
            if (best == null || shape.columns() > best.columns()) {
                best = shape;
            }
        }
        CsvShape single = cut(head, ',');
        return best != null || single == null || !single.hasNamedHeader() ? best : single;
    }

    /** The most likely cut, even where rows differ; for a text that is said to be a table. */
    static CsvShape ofTable(String head) {
        CsvShape found = of(head);
        if (found != null) {
            return found;
        }
        CsvShape widest = new CsvShape(',', List.of(List.of()), true);
        for (char delimiter : DELIMITERS) {
            CsvShape shape = cut(head, delimiter);
            if (shape != null && shape.columns() > widest.columns()) {
                widest = shape;
            }
        }
        return widest;
    }

    static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    private static @Nullable CsvShape cut(String head, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(head, format(delimiter))) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
                if (rows.size() == ROWS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
        boolean even = rows.stream().map(List::size).distinct().count() == 1;
        return rows.isEmpty() ? null : new CsvShape(delimiter, rows, even);
    }

    int columns() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Whether the first row names columns: no address in it, and one in the same column below. */
    boolean hasHeader() {
        return rows.getFirst().stream().noneMatch(CsvShape::isAddress)
                && !addressColumns().isEmpty();
    }

    private boolean hasNamedHeader() {
        return rows.size() > 1
                && rows.getFirst().size() == 1
                && AddressNames.has(rows.getFirst().getFirst())
                && hasHeader();
    }

    /**
     * Columns in which at least half of the filled cells are addresses; one, where the column is
     * called so.
     */
    List<Integer> addressColumns() {
        return IntStream.range(0, columns()).filter(this::isMostlyAddresses).boxed().toList();
    }

    private boolean isMostlyAddresses(int column) {
        int addresses = 0;
        int others = 0;
        for (List<String> row : rows) {
            if (column < row.size() && !row.get(column).isBlank()) {
                boolean address = isAddress(row.get(column));
                addresses += address ? 1 : 0;
                others += address ? 0 : 1;
            }
        }
        List<String> first = rows.getFirst();
        boolean named = column < first.size() && AddressNames.has(first.get(column));
        return addresses > 0 && (named || addresses >= others);
    }

    /** The column's name, or its number from 1 if there is no header. */
    String nameOf(int column) {
        return hasHeader() && column < rows.getFirst().size()
                ? rows.getFirst().get(column)
                : String.valueOf(column + 1);
    }

    static boolean isAddress(String cell) {
        String clean = Wrapping.clean(cell.strip());
        return AddressText.isHttp(clean) || AddressText.isBare(clean);
    }
}

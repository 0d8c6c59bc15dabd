package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;
import edgeone.purge.targets.intake.finding.Why;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Tables with a comma, a semicolon, a tab or a bar between cells: the column of addresses. */
public final class CsvReader implements FormatReader {
    private final CsvShape shape;

    public CsvReader(String head) {
        shape = CsvShape.ofTable(head);
    }

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        boolean exported = ExportedTable.isHeader(shape.rows().getFirst());
        int column = exported ? ExportedTable.TARGET : column();
        boolean header = exported || shape.hasHeader();
        try (CSVParser rows = CSVParser.parse(in, CsvShape.format(shape.delimiter()))) {
            for (CSVRecord row : rows) {
                // The parser stands at the end of the row, whose cells may have lines of their own.
                int line = Math.toIntExact(rows.getCurrentLineNumber() - lineEnds(row));
                if (header && row.getRecordNumber() == 1) {
                    found.leave(line, String.join(" ", row.toList()), Why.HEADER);
                } else if (exported && column < row.size() && !row.get(column).isEmpty()) {
                    found.take(line, ExportedTable.plain(row.get(column)));
                } else {
                    cell(line, column < row.size() ? row.get(column) : "", found);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long lineEnds(CSVRecord row) {
        return row.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    }

    private static void cell(int line, String cell, Collector found) throws UnreadableException {
        String text = cell.replaceAll("[\r\n]+", " ").strip();
        if (text.isEmpty()) {
            found.leave(line, text, Why.EMPTY);
        } else if (CsvShape.isAddress(text)) {
            found.take(line, text);
        } else {
            found.leave(line, text, Why.NOT_AN_ADDRESS);
        }
    }

    /** The one column of addresses, or of several the one that is called so. */
    private int column() throws UnreadableException {
        List<Integer> columns = shape.addressColumns();
        if (columns.size() > 1) {
            List<Integer> named =
                    columns.stream().filter(c -> AddressNames.has(shape.nameOf(c))).toList();
            List<Integer> plain =
                    columns.stream().filter(c -> AddressNames.isPlainest(shape.nameOf(c))).toList();
            columns = named.size() == 1 ? named : plain.size() == 1 ? plain : columns;
        }
        return switch (columns.size()) {
            case 0 -> throw new UnreadableException(Reason.NO_COLUMN);
            case 1 -> columns.getFirst();
            default ->
                    throw new UnreadableException(
                            Reason.SEVERAL_COLUMNS,
                            0,
                            columns.stream().map(shape::nameOf).collect(Collectors.joining(", ")));
        };
    }
}

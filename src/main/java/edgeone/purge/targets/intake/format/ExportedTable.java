package edgeone.purge.targets.intake.format;

import java.util.List;
import java.util.stream.Stream;

/**
 * The table of targets that this program exports. Its cells are read back as they were, whatever
 * was done to keep a spreadsheet from treating them as formulas.
 */
public final class ExportedTable {
    /** The names in its first row. */
    public static final List<String> COLUMNS =
            List.of(
                    "job",
                    "createdAt",
                    "account",
                    "zone",
                    "zoneName",
                    "type",
                    "method",
                    "target",
                    "state",
                    "reason",
                    "code",
                    "taskId",
                    "requestId");

    /** The same where others share the history. */
    public static final List<String> SHARED_COLUMNS =
            Stream.concat(COLUMNS.stream(), Stream.of("person", "machine")).toList();

    /** The column of targets, from 0. */
    static final int TARGET = COLUMNS.indexOf("target");

    private static final String SEPARATORS = ",;|\t\r\n";

    private ExportedTable() {}

    /** Whether a text begins like one, even one that a spreadsheet saved again. */
    public static boolean begins(String head) {
        String line = head.lines().findFirst().orElse("");
        return isHeader(List.of(line.replace("\"", "").split("[,;\t]", -1)));
    }

    static boolean isHeader(List<String> row) {
        return row.equals(COLUMNS) || row.equals(SHARED_COLUMNS);
    }

    /** A cell without the apostrophes put in wherever a cell could begin. */
    static String plain(String cell) {
        StringBuilder plain = new StringBuilder(cell.length());
        boolean mayBegin = true;
        for (int i = 0; i < cell.length(); i++) {
            if (mayBegin && cell.charAt(i) == '\'' && i + 1 < cell.length()) {
                i++;
            }
            char c = cell.charAt(i);
            plain.append(c);
            mayBegin = SEPARATORS.indexOf(c) >= 0 || (mayBegin && Character.isSpaceChar(c));
        }
        return plain.toString();
    }
}

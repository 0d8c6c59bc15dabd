package edgeone.purge.targets.intake.log;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The extended format of the W3C: the fields are named in a line of their own. */
public final class ExtendedLog {
    public static final String FIELDS = "#Fields:";

    private final Map<String, Integer> columns = new HashMap<>();

    /**
     * Fields of the lines that follow.
     *
     * @param directive begins with {@value #FIELDS}
     */
    ExtendedLog(String directive) {
        List<String> names =
                List.of(
                        directive
                                .substring(FIELDS.length())
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .split("\\s+"));
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
    }

    LogEntry parse(String line) {
        String[] cells = line.split(line.indexOf('\t') >= 0 ? "\t" : " +");
        String stem = value(cells, "cs-uri-stem");
        String query = value(cells, "cs-uri-query");
        String target =
                stem.isEmpty()
                        ? value(cells, "cs-uri")
                        : stem + (query.isEmpty() ? "" : "?" + query);
        String host =
                first(
                        value(cells, "x-host-header"),
                        value(cells, "cs(host)"),
                        value(cells, "cs-host"));
        String named = first(value(cells, "cs-uri-scheme"), value(cells, "cs-protocol"));
        String scheme =
                Set.of("http", "https").contains(named)
                        ? named
                        : LogEntry.schemeOf(value(cells, "s-port"));
        int colon = host.indexOf(':');
        boolean own = colon >= 0 && !LogEntry.schemeOf(host.substring(colon + 1)).isEmpty();
        return new LogEntry(
                value(cells, "cs-method"),
                scheme,
                own ? host.substring(0, colon) : host,
                target,
                Math.max(0, CombinedLog.status(value(cells, "sc-status"))));
    }

    private String value(String[] cells, String name) {
        int column = columns.getOrDefault(name, -1);
        String value = column < 0 || column >= cells.length ? "" : cells[column];
        return value.equals("-") ? "" : value;
    }

    private static String first(String... values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}

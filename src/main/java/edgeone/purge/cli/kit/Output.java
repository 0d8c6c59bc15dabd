package edgeone.purge.cli.kit;

import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes results to standard output, as text or JSON, and everything else to standard error. */
public final class Output {
    private final PrintStream out;
    private final PrintStream err;
    private final Messages messages;
    private final boolean json;

    public Output(PrintStream out, PrintStream err, Messages messages, boolean json) {
        this.out = out;
        this.err = err;
        this.messages = messages;
        this.json = json;
    }

    public Messages messages() {
        return messages;
    }

    public boolean isJson() {
        return json;
    }

    /** Writes one JSON document on one line. */
    public void json(Map<String, ?> document) {
        out.println(document(document));
        out.flush();
    }

    /** One JSON document on one line, in printable ASCII. */
    public static String document(Map<String, ?> document) {
        return Json.MAPPER.writeValueAsString(document).replace("\u007F", "\\u007F");
    }

    /** In a class of its own, because it is slow to create and the window opens without it. */
    private static final class Json {
        static final JsonMapper MAPPER =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                                        .build())
                        .build();
    }

    /** Writes a piece of a document. */
    public void part(String text) {
        out.print(text);
        out.flush();
    }

    public void line(String text) {
        out.println(text);
    }

    public void text(String key, Object... arguments) {
        out.println(messages.text(key, arguments));
    }

    /** Writes a note to standard error. */
    public void note(String key, Object... arguments) {
        err.println(messages.text(key, arguments));
    }

    public void noteLine(String text) {
        err.println(text);
    }

    /** Where the person reads what is not the answer. */
    public PrintStream err() {
        return err;
    }

    /**
     * Writes rows in aligned columns with headings.
     *
     * @param columns message keys of the headings
     */
    public void table(List<String> columns, List<List<String>> rows) {
        table(out, columns, rows);
    }

    /** The same beside the answer. */
    public void noteTable(List<String> columns, List<List<String>> rows) {
        table(err, columns, rows);
    }

    private void table(PrintStream to, List<String> columns, List<List<String>> rows) {
        List<String> heading = columns.stream().map(key -> messages.text(key)).toList();
        List<List<String>> shown =
                rows.stream().map(r -> r.stream().map(VisibleText::of).toList()).toList();
        int[] widths = new int[heading.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] =
                    Math.max(
                            width(heading.get(i)),
                            shown.stream().mapToInt(r -> width(r.get(column))).max().orElse(0));
        }
        to.println(row(heading, widths));
        shown.forEach(r -> to.println(row(r, widths)));
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i));
            if (i < cells.size() - 1) {
                line.repeat(' ', Math.max(0, widths[i] - width(cells.get(i))) + 2);
            }
        }
        return line.toString();
    }

    /** Width on a terminal, where CJK characters take two columns. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 && c <= 0xFFDC ? 2 : 1).sum();
    }

    /** A JSON object under construction; null values are left out. */
    public static final class Fields {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        public Fields put(String key, @Nullable Object value) {
            if (value != null) {
                fields.put(key, value);
            }
            return this;
        }

        public Map<String, Object> map() {
            return fields;
        }
    }
}

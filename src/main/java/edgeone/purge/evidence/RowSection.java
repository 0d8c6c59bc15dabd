package edgeone.purge.evidence;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A section with a table that may have any number of rows. It is cut into parts, each with its
 * headings, so that a browser need not lay out what is not in sight.
 */
final class RowSection<T> {
    /** Rows in a part. */
    static final int PART = 1_000;

    private final Writer out;
    private final PageText text;
    private final String name;
    private final List<Column<T>> columns;
    private String note = "";
    private int inPart;

    /**
     * @param name its name in the page, and in the keys of its texts
     */
    RowSection(Writer out, PageText text, String name, List<Column<T>> columns) {
        this.out = out;
        this.text = text;
        this.name = name;
        this.columns = columns;
    }

    /** What is said above the table, beside what is always said there. */
    void note(String escaped) {
        note = "<p class=\"note\">" + escaped + "</p>\n";
    }

    void begin() throws IOException {
        out.write("<section class=\"rows\">\n<h2 id=\"" + name + "\">");
        out.write(text.of("evidence.rows." + name));
        out.write("</h2>\n<p class=\"note\">" + text.of("evidence.note." + name) + "</p>\n" + note);
    }

    void row(T row) throws IOException {
        if (inPart == PART) {
            endPart();
        }
        if (inPart == 0) {
            beginPart();
        }
        inPart++;
        out.write("<tr>");
        for (Column<T> column : columns) {
            out.write("<td>");
            out.write(column.cell().apply(row));
            out.write("</td>");
        }
        out.write("</tr>\n");
    }

    private void beginPart() throws IOException {
        out.write("<div class=\"part\"><table class=\"" + name + "\" aria-labelledby=\"" + name);
        out.write("\">\n<thead><tr>");
        for (Column<T> column : columns) {
            out.write("<th scope=\"col\" class=\"" + column.name() + "\">");
            out.write(text.of("evidence.column." + column.name()) + "</th>");
        }
        out.write("</tr></thead>\n<tbody>\n");
    }

    private void endPart() throws IOException {
        out.write("</tbody>\n</table></div>\n");
        inPart = 0;
    }

    void end() throws IOException {
        if (inPart > 0) {
            endPart();
        } else {
            out.write("<p>" + text.of("evidence.none." + name) + "</p>\n");
        }
        out.write("</section>\n");
    }
}

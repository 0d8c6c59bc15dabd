package edgeone.purge.code;

import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonWriting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A JSON text as the string literals that make it up, a line each. */
final class JsonPieces {
    /** A class file of Java takes no string constant of 64 KB. */
    private static final int LONGEST = 8_000;

    /** After this many characters the next piece begins a line of its own. */
    private static final int LONG_LINE = 60;

    private JsonPieces() {}

    /** The literals with commas between them. The first line is not indented. */
    static String of(JsonValue value, Quotation quotation, String margin) {
        return pieces(new JsonWriting(Quotation.JSON::of).text(value)).stream()
                .map(quotation::of)
                .collect(Collectors.joining(",\n" + margin));
    }

    /** Pieces of printable ASCII that end after a comma where they can. */
    private static List<String> pieces(String json) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < json.length()) {
            int to = Math.min(json.length(), from + LONGEST);
            int comma = json.indexOf(',', from + LONG_LINE);
            if (comma >= 0 && comma < to) {
                to = comma + 1;
            }
            pieces.add(json.substring(from, to));
            from = to;
        }
        return pieces;
    }
}

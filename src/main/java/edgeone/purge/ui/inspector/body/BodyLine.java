package edgeone.purge.ui.inspector.body;

import edgeone.purge.json.JsonTree;
import edgeone.purge.messages.VisibleText;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a body: a value of its JSON, with what is in it folded below, or a piece of a text that
 * is none. Immutable.
 *
 * @param text safe to show, on one line
 * @param value as it came, to be copied
 * @param lines below it
 */
public record BodyLine(String text, @Nullable Object value, List<BodyLine> lines) {
    /** A value is shown up to so many characters, and copied whole. */
    private static final int SHOWN = 400;

    /** A text is broken after so many characters. */
    private static final int WIDTH = 160;

    /** More elements than this are folded at first. */
    private static final int OPEN = 24;

    public BodyLine {
        lines = List.copyOf(lines);
    }

    /** The lines of a body, of whatever it consists. */
    static List<BodyLine> of(String body) {
        Optional<Map<String, @Nullable Object>> object =
                new JsonTree().object(body.getBytes(StandardCharsets.UTF_8));
        return object.isPresent() ? List.of(line("", object.get())) : pieces(body);
    }

    private static BodyLine line(String name, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                List<BodyLine> members = new ArrayList<>();
                object.forEach((key, of) -> members.add(line(quoted(key) + ": ", of)));
                yield new BodyLine(name + "{" + members.size() + "}", object, members);
            }
            case List<?> array -> {
                List<BodyLine> elements = new ArrayList<>();
                array.forEach(of -> elements.add(line("", of)));
                yield new BodyLine(name + "[" + elements.size() + "]", array, elements);
            }
            case null -> new BodyLine(name + "null", null, List.of());
            case String text -> new BodyLine(name + quoted(text), text, List.of());
            default -> new BodyLine(name + value, value, List.of());
        };
    }

    private static String quoted(Object text) {
        String whole = text.toString();
        String shown = whole.length() > SHOWN ? whole.substring(0, SHOWN) + "…" : whole;
        return '"' + VisibleText.of(shown.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    private static List<BodyLine> pieces(String body) {
        List<BodyLine> pieces = new ArrayList<>();
        for (String line : body.split("\r?\n", -1)) {
            int at = 0;
            do {
                int end = Math.min(at + WIDTH, line.length());
                if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
                    end--;
                }
                String piece = line.substring(at, end);
                pieces.add(new BodyLine(VisibleText.of(piece), piece, List.of()));
                at = end;
            } while (at < line.length());
        }
        return pieces;
    }

    /** Whether it is unfolded at first. */
    boolean isOpen() {
        return !lines.isEmpty() && lines.size() <= OPEN;
    }

    /** What is copied: JSON of objects and arrays, anything else as it came. */
    String copied() {
        return value instanceof Map || value instanceof List
                ? new JsonTree().indented(value)
                : String.valueOf(value);
    }
}

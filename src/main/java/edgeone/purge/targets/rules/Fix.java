package edgeone.purge.targets.rules;

import java.util.List;

/**
 * One way to put a line right.
 *
 * @param lines what takes the place of the line; empty where the line goes
 */
public record Fix(FixKind kind, List<String> lines) {
    public Fix {
        lines = List.copyOf(lines);
    }

    public static Fix of(FixKind kind, String line) {
        return new Fix(kind, List.of(line));
    }
}

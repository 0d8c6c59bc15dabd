package edgeone.purge.recipes;

import java.util.List;

/** A recipe's lines with every variable replaced; as many as the recipe has. */
public record Filled(List<String> lines, List<String> tagDomains) {
    public Filled {
        lines = List.copyOf(lines);
        tagDomains = List.copyOf(tagDomains);
    }

    /** The lines as a form holds them. */
    public String text() {
        return String.join("\n", lines);
    }
}

package edgeone.purge.api;

import java.util.List;

/**
 * A filter that an action takes in {@code Filters}.
 *
 * @param several whether it takes more than one value
 * @param fuzzy whether a part of the value may be enough
 * @param values the only ones allowed; empty if any is
 */
public record FilterRule(String name, boolean several, boolean fuzzy, List<String> values) {
    public FilterRule {
        values = List.copyOf(values);
    }
}

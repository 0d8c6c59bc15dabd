package edgeone.purge.emulator.api;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One {@code AdvancedFilter} of a request: its values are alternatives. */
record Filter(String name, List<String> values, boolean fuzzy) {
    /** A filter an action accepts. */
    record Rule(String name, boolean severalValues, boolean mayBeFuzzy) {}

    boolean matches(String actual) {
        return values.stream()
                .anyMatch(
                        v ->
                                fuzzy
                                        ? actual.toLowerCase(Locale.ROOT)
                                                .contains(v.toLowerCase(Locale.ROOT))
                                        : actual.equals(v));
    }

    /** Whether all filters match; each is tested against the field of its name. */
    static boolean allMatch(List<Filter> filters, Function<String, String> field) {
        return filters.stream().allMatch(f -> f.matches(field.apply(f.name)));
    }
}

package edgeone.purge.emulator.api.call;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One {@code AdvancedFilter} of a request: its values are alternatives. */
public record Filter(String name, List<String> values, boolean fuzzy) {
    public boolean matches(String actual) {
        return values.stream()
                .anyMatch(
                        v ->
                                fuzzy
                                        ? actual.toLowerCase(Locale.ROOT)
                                                .contains(v.toLowerCase(Locale.ROOT))
                                        : actual.equals(v));
    }

    /** Whether all filters match; each is asked about the field that has its name. */
    public static boolean allMatch(List<Filter> filters, Function<String, String> field) {
        return filters.stream().allMatch(f -> f.matches(field.apply(f.name)));
    }
}

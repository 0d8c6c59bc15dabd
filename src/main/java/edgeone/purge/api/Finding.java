package edgeone.purge.api;

import java.util.List;

/**
 * What the description says against a request. EdgeOne may know better: it can be ahead of the
 * description.
 *
 * @param path of the parameter, such as {@code Filters.0.Name}
 * @param value what was found, in a few words
 * @param wanted what would be right, in the words of the problem: a type, values, or the two bounds
 */
public record Finding(Problem problem, String path, String value, List<String> wanted) {
    public Finding {
        wanted = List.copyOf(wanted);
    }

    /** The kind of a finding. */
    public enum Problem {
        /** A parameter that the description does not have. */
        UNKNOWN,
        MISSING,
        /** A value of another type; {@code null} is always one. */
        TYPE,
        /** A value that is not one of those allowed. */
        VALUE,
        /** A number below or above its bounds. */
        BOUNDS,
        /** A list with too few or too many entries. */
        LENGTH,
        /** A filter that takes no part of a value. */
        FUZZY,
        /** A text that is no time with an offset. */
        TIME
    }
}

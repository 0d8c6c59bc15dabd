package edgeone.purge.api;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * A parameter, a field of a reply, or a member of one of them.
 *
 * @param list whether it holds a list of {@code type}
 * @param required whether every request must have it
 * @param values the only ones allowed; empty if any is
 * @param bounds of an integer or of the length of a list; null for other types
 * @param fallback what EdgeOne assumes if it is left out, as JSON shows it; null if nothing
 * @param deprecated whether EdgeOne no longer uses it
 * @param members of an object; empty if they are not described
 * @param filters what {@code Filters} takes; empty for everything else
 */
public record ApiField(
        String name,
        FieldType type,
        boolean list,
        boolean required,
        List<String> values,
        @Nullable Bounds bounds,
        @Nullable String fallback,
        boolean deprecated,
        Doc doc,
        List<ApiField> members,
        List<FilterRule> filters) {
    public ApiField {
        values = List.copyOf(values);
        members = List.copyOf(members);
        filters = List.copyOf(filters);
    }

    /** Its type in words: {@code string}, {@code list of object}. */
    public String typeWords() {
        return list ? "list of " + type.word() : type.word();
    }

    public Optional<ApiField> member(String member) {
        return members.stream().filter(m -> m.name.equals(member)).findFirst();
    }

    public Optional<FilterRule> filter(String filter) {
        return filters.stream().filter(f -> f.name().equals(filter)).findFirst();
    }
}

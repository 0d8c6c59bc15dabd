package edgeone.purge.team.audit;

import edgeone.purge.json.JsonTree;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The members of a JSON object; none where the text is no object. */
record Json(Map<?, ?> members) {
    static Json of(@Nullable String text) {
        return text == null
                ? new Json(Map.of())
                : new Json(
                        new JsonTree()
                                .object(text.getBytes(StandardCharsets.UTF_8))
                                .<Map<?, ?>>map(m -> m)
                                .orElse(Map.of()));
    }

    @Nullable String text(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    @Nullable Long number(String name) {
        return members.get(name) instanceof Number number ? (Long) number.longValue() : null;
    }

    long amount(String name) {
        Long number = number(name);
        return number == null ? 0 : number;
    }

    Json object(String name) {
        return new Json(members.get(name) instanceof Map<?, ?> object ? object : Map.of());
    }

    List<Json> list(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream()
                        .map(e -> new Json(e instanceof Map<?, ?> object ? object : Map.of()))
                        .toList()
                : List.of();
    }
}

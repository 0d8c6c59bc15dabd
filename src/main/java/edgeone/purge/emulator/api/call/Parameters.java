package edgeone.purge.emulator.api.call;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiField;
import edgeone.purge.api.Bounds;
import edgeone.purge.api.FilterRule;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The parameters of a request, each checked against the description of the action when it is read.
 * Asking for one that the description does not have is a bug.
 */
public final class Parameters {
    private final ApiAction action;
    private final JsonNode body;

    private Parameters(ApiAction action, JsonNode body) {
        this.action = action;
        this.body = body;
    }

    public static Parameters read(byte[] body, ApiAction action) throws ApiRefusal {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new ApiRefusal(Wording.NOT_JSON);
        }
        if (node == null || !node.isObject()) {
            throw new ApiRefusal(Wording.NOT_JSON);
        }
        checkNames(node, action.parameters(), "");
        return new Parameters(action, node);
    }

    private ApiField described(String name) {
        return action.parameter(name)
                .orElseThrow(
                        () -> new IllegalStateException(action.name() + " describes no " + name));
    }

    private Optional<JsonNode> given(String name) {
        return Optional.ofNullable(body.get(described(name).name()));
    }

    private static String fallback(ApiField field) throws ApiRefusal {
        String fallback = field.fallback();
        if (fallback == null) {
            throw new ApiRefusal(Wording.MISSING, field.name());
        }
        return fallback;
    }

    public String required(String name) throws ApiRefusal {
        if (!described(name).required()) {
            throw new IllegalStateException(name + " is not described as required");
        }
        return text(name).orElseThrow(() -> new ApiRefusal(Wording.MISSING, name));
    }

    public Optional<String> text(String name) throws ApiRefusal {
        Optional<JsonNode> node = given(name);
        return node.isEmpty() ? Optional.empty() : Optional.of(text(node.get(), name));
    }

    public Optional<List<String>> texts(String name) throws ApiRefusal {
        Optional<JsonNode> node = given(name);
        return node.isEmpty() ? Optional.empty() : Optional.of(texts(node.get(), name));
    }

    public void mayBeBoolean(String name) throws ApiRefusal {
        Optional<JsonNode> node = given(name);
        if (node.isPresent() && !node.get().isBoolean()) {
            throw new ApiRefusal(Wording.TYPE, name);
        }
    }

    /** One of the values that are allowed; the default if it is missing. */
    public String oneOf(String name) throws ApiRefusal {
        ApiField field = described(name);
        Optional<String> given = text(name);
        String word = given.isPresent() ? given.get() : fallback(field);
        if (!field.values().contains(word)) {
            throw new ApiRefusal(Wording.VALUE, word, name);
        }
        return word;
    }

    /** A number within its bounds; the default if it is missing. */
    public int number(String name) throws ApiRefusal {
        ApiField field = described(name);
        Bounds bounds = Objects.requireNonNull(field.bounds());
        JsonNode node = body.get(name);
        if (node == null) {
            return Integer.parseInt(fallback(field));
        }
        if (!node.isIntegralNumber()) {
            throw node.isNull()
                    ? new ApiRefusal(Wording.VALUE, "null", name)
                    : new ApiRefusal(Wording.TYPE, name);
        }
        if (!node.canConvertToInt() || !bounds.hold(node.intValue())) {
            throw new ApiRefusal(Wording.VALUE, node, name);
        }
        return node.intValue();
    }

    /** The list of texts inside an object parameter; empty if the object is missing. */
    public Optional<List<String>> textsIn(String object, String name) throws ApiRefusal {
        JsonNode node = given(object).orElse(null);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            throw new ApiRefusal(Wording.TYPE, object);
        }
        checkNames(node, described(object).members(), object + ".");
        if (described(object).member(name).isEmpty()) {
            throw new IllegalStateException(object + " describes no " + name);
        }
        JsonNode list = node.get(name);
        if (list == null) {
            throw new ApiRefusal(Wording.MISSING, object + "." + name);
        }
        return Optional.of(texts(list, object + "." + name));
    }

    /** Objects whose members are all texts, and required; none if the list is missing. */
    public List<Map<String, String>> textObjects(String name) throws ApiRefusal {
        ApiField field = described(name);
        JsonNode node = given(name).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw node.isNull()
                    ? new ApiRefusal(Wording.VALUE, "null", name)
                    : new ApiRefusal(Wording.TYPE, name);
        }
        if (node.isEmpty()) {
            throw new ApiRefusal(Wording.VALUE, "[]", name);
        }
        List<Map<String, String>> objects = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            objects.add(textObject(node.get(i), name + "." + i, field));
        }
        return objects;
    }

    private static Map<String, String> textObject(JsonNode node, String path, ApiField field)
            throws ApiRefusal {
        if (!node.isObject()) {
            throw new ApiRefusal(Wording.TYPE, path);
        }
        checkNames(node, field.members(), path + ".");
        Map<String, String> texts = new HashMap<>();
        for (ApiField member : field.members()) {
            texts.put(
                    member.name(),
                    text(present(node, member.name(), path), path + "." + member.name()));
        }
        return texts;
    }

    public List<Filter> filters() throws ApiRefusal {
        ApiField field = described("Filters");
        JsonNode node = body.get("Filters");
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new ApiRefusal(Wording.TYPE, "Filters");
        }
        if (node.isEmpty()) {
            throw new ApiRefusal(Wording.VALUE, "[]", "Filters");
        }
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            filters.add(filter(node.get(i), "Filters." + i, field));
        }
        return filters;
    }

    private static Filter filter(JsonNode node, String path, ApiField field) throws ApiRefusal {
        if (!node.isObject()) {
            throw new ApiRefusal(Wording.TYPE, path);
        }
        checkNames(node, field.members(), path + ".");
        String name = text(present(node, "Name", path), path + ".Name");
        List<String> values = texts(present(node, "Values", path), path + ".Values");
        JsonNode fuzzy = node.get("Fuzzy");
        if (fuzzy != null && !fuzzy.isBoolean()) {
            throw new ApiRefusal(Wording.TYPE, path + ".Fuzzy");
        }
        Filter filter = new Filter(name, values, fuzzy != null && fuzzy.booleanValue());
        FilterRule rule =
                field.filter(name)
                        .orElseThrow(() -> new ApiRefusal(Wording.VALUE, name, path + ".Name"));
        long most = rule.several() ? mostValues(field) : 1;
        if (values.size() > most) {
            throw new ApiRefusal(Wording.PARAMETER, name + " takes " + most + " values");
        }
        if (filter.fuzzy() && !rule.fuzzy()) {
            throw new ApiRefusal(Wording.VALUE, "true", path + ".Fuzzy");
        }
        for (String value : values) {
            if (!filter.fuzzy() && !rule.values().isEmpty() && !rule.values().contains(value)) {
                throw new ApiRefusal(Wording.PARAMETER, name + " " + value);
            }
        }
        return filter;
    }

    private static long mostValues(ApiField filters) {
        return filters.member("Values")
                .map(ApiField::bounds)
                .map(Bounds::most)
                .orElseThrow(() -> new IllegalStateException("Filters describes no Values"));
    }

    private static JsonNode present(JsonNode node, String name, String path) throws ApiRefusal {
        JsonNode member = node.get(name);
        if (member == null) {
            throw new ApiRefusal(Wording.MISSING, path + "." + name);
        }
        return member;
    }

    private static void checkNames(JsonNode node, List<ApiField> known, String path)
            throws ApiRefusal {
        for (String name : node.propertyNames()) {
            if (known.stream().noneMatch(f -> f.name().equals(name))) {
                throw new ApiRefusal(Wording.UNKNOWN, path + name);
            }
        }
    }

    private static String text(@Nullable JsonNode node, String name) throws ApiRefusal {
        if (node == null || node.isNull()) {
            throw new ApiRefusal(Wording.VALUE, "null", name);
        }
        if (!node.isString()) {
            throw new ApiRefusal(Wording.TYPE, name);
        }
        if (node.stringValue().isBlank()) {
            throw new ApiRefusal(Wording.VALUE, node.stringValue(), name);
        }
        return node.stringValue();
    }

    private static List<String> texts(JsonNode node, String name) throws ApiRefusal {
        if (node.isNull()) {
            throw new ApiRefusal(Wording.VALUE, "null", name);
        }
        if (!node.isArray()) {
            throw new ApiRefusal(Wording.TYPE, name);
        }
        if (node.isEmpty()) {
            throw new ApiRefusal(Wording.VALUE, "[]", name);
        }
        List<String> texts = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            if (!node.get(i).isString()) {
                throw new ApiRefusal(Wording.TYPE, name + "." + i);
            }
            texts.add(node.get(i).stringValue());
        }
        return texts;
    }
}

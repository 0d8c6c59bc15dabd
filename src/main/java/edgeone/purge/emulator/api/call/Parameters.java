package edgeone.purge.emulator.api.call;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request, each checked when it is read. */
public final class Parameters {
    private static final int MOST_FILTER_VALUES = 20;

    private final JsonNode body;

    private Parameters(JsonNode body) {
        this.body = body;
    }

    public static Parameters read(byte[] body, Set<String> known) throws ApiRefusal {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new ApiRefusal(Wording.NOT_JSON);
        }
        if (node == null || !node.isObject()) {
            throw new ApiRefusal(Wording.NOT_JSON);
        }
        checkNames(node, known, "");
        return new Parameters(node);
    }

    public String required(String name) throws ApiRefusal {
        return text(name).orElseThrow(() -> new ApiRefusal(Wording.MISSING, name));
    }

    public Optional<String> text(String name) throws ApiRefusal {
        JsonNode node = body.get(name);
        return node == null ? Optional.empty() : Optional.of(text(node, name));
    }

    public Optional<List<String>> texts(String name) throws ApiRefusal {
        JsonNode node = body.get(name);
        return node == null ? Optional.empty() : Optional.of(texts(node, name));
    }

    public void mayBeBoolean(String name) throws ApiRefusal {
        JsonNode node = body.get(name);
        if (node != null && !node.isBoolean()) {
            throw new ApiRefusal(Wording.TYPE, name);
        }
    }

    /** A value of a fixed set; {@code fallback} if it is missing. */
    public String oneOf(String name, String fallback, Set<String> words) throws ApiRefusal {
        String word = text(name).orElse(fallback);
        if (!words.contains(word)) {
            throw new ApiRefusal(Wording.VALUE, word, name);
        }
        return word;
    }

    public int number(String name, int fallback, int least, int most) throws ApiRefusal {
        JsonNode node = body.get(name);
        if (node == null) {
            return fallback;
        }
        if (!node.isIntegralNumber()) {
            throw node.isNull()
                    ? new ApiRefusal(Wording.VALUE, "null", name)
                    : new ApiRefusal(Wording.TYPE, name);
        }
        if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            throw new ApiRefusal(Wording.VALUE, node, name);
        }
        return node.intValue();
    }

    /** The list of texts inside an object parameter; empty if the object is missing. */
    public Optional<List<String>> textsIn(String object, String name) throws ApiRefusal {
        JsonNode node = body.get(object);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            throw new ApiRefusal(Wording.TYPE, object);
        }
        checkNames(node, Set.of(name), object + ".");
        JsonNode list = node.get(name);
        if (list == null) {
            throw new ApiRefusal(Wording.MISSING, object + "." + name);
        }
        return Optional.of(texts(list, object + "." + name));
    }

    public List<Filter> filters(List<Filter.Rule> rules) throws ApiRefusal {
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
            filters.add(filter(node.get(i), "Filters." + i, rules));
        }
        return filters;
    }

    private static Filter filter(JsonNode node, String path, List<Filter.Rule> rules)
            throws ApiRefusal {
        if (!node.isObject()) {
            throw new ApiRefusal(Wording.TYPE, path);
        }
        checkNames(node, Set.of("Name", "Values", "Fuzzy"), path + ".");
        String name = text(present(node, "Name", path), path + ".Name");
        List<String> values = texts(present(node, "Values", path), path + ".Values");
        JsonNode fuzzy = node.get("Fuzzy");
        if (fuzzy != null && !fuzzy.isBoolean()) {
            throw new ApiRefusal(Wording.TYPE, path + ".Fuzzy");
        }
        Filter filter = new Filter(name, values, fuzzy != null && fuzzy.booleanValue());
        Filter.Rule rule =
                rules.stream()
                        .filter(r -> r.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new ApiRefusal(Wording.VALUE, name, path + ".Name"));
        int most = rule.severalValues() ? MOST_FILTER_VALUES : 1;
        if (values.size() > most) {
            throw new ApiRefusal(Wording.PARAMETER, name + " takes " + most + " values");
        }
        if (filter.fuzzy() && !rule.mayBeFuzzy()) {
            throw new ApiRefusal(Wording.VALUE, "true", path + ".Fuzzy");
        }
        return filter;
    }

    private static JsonNode present(JsonNode node, String name, String path) throws ApiRefusal {
        JsonNode member = node.get(name);
        if (member == null) {
            throw new ApiRefusal(Wording.MISSING, path + "." + name);
        }
        return member;
    }

    private static void checkNames(JsonNode node, Set<String> known, String path)
            throws ApiRefusal {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
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

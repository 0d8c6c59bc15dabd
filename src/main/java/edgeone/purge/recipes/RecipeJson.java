package edgeone.purge.recipes;

import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recipe as JSON, format 1: one object. Members that are not known are passed over. */
final class RecipeJson {
    static final int FORMAT = 1;

    /** What tells a recipe from any other JSON. */
    private static final String KIND = "edgeone-purge recipe";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private RecipeJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    static Map<String, Object> document(Recipe recipe) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("kind", KIND);
        node.put("format", FORMAT);
        node.put("name", recipe.name());
        if (!recipe.zoneId().isEmpty()) {
            node.put("zone", recipe.zoneId());
        }
        if (!recipe.zoneName().isEmpty()) {
            node.put("zoneName", recipe.zoneName());
        }
        node.put("type", recipe.type().wireName());
        if (recipe.method() != null) {
            node.put("method", recipe.method().wireName());
        }
        node.put("targets", recipe.lines());
        if (!recipe.tagDomains().isEmpty()) {
            node.put("tagDomains", recipe.tagDomains());
        }
        return node;
    }

    /** The only value in {@code bytes}; empty if they are no JSON, or hold a member twice. */
    static Optional<JsonNode> tree(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * A recipe that keeps all rules.
     *
     * @param from what it is read from, for what is said of it
     */
    static Recipe recipe(JsonNode node, String from) throws RecipeException {
        if (!node.isObject() || !node.path("kind").asString("").equals(KIND)) {
            throw new RecipeException(RecipeProblem.NOT_A_RECIPE, from);
        }
        JsonNode format = node.path("format");
        if (!format.isInt() || format.intValue() < 1) {
            throw new RecipeException(RecipeProblem.FIELD_ODD, from, "format");
        }
        if (format.intValue() > FORMAT) {
            throw new RecipeException(RecipeProblem.NEWER, from);
        }
        String type = text(node, "type", from);
        String method = optional(node, "method", from);
        Recipe recipe =
                new Recipe(
                        text(node, "name", from),
                        orEmpty(optional(node, "zone", from)),
                        orEmpty(optional(node, "zoneName", from)),
                        PurgeType.purgeOfWireName(type).orElseThrow(() -> odd(from, "type")),
                        method == null
                                ? null
                                : PurgeMethod.ofWireName(method)
                                        .orElseThrow(() -> odd(from, "method")),
                        texts(node, "targets", from),
                        texts(node, "tagDomains", from));
        RecipeRules.check(recipe);
        return recipe;
    }

    private static RecipeException odd(String from, String field) {
        return new RecipeException(RecipeProblem.FIELD_ODD, from, field);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(JsonNode node, String field, String from) throws RecipeException {
        String text = optional(node, field, from);
        if (text == null) {
            throw new RecipeException(RecipeProblem.FIELD_MISSING, from, field);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode node, String field, String from)
            throws RecipeException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw odd(from, field);
        }
        return value.stringValue();
    }

    private static List<String> texts(JsonNode node, String field, String from)
            throws RecipeException {
        JsonNode values = node.path(field);
        if (values.isMissingNode() || values.isNull()) {
            return List.of();
        }
        if (!values.isArray()) {
            throw odd(from, field);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isString()) {
                throw odd(from, field);
            }
            texts.add(value.stringValue());
        }
        return texts;
    }
}

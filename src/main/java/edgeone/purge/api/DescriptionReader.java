package edgeone.purge.api;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads a description from its resource. A member it does not know is an error. */
final class DescriptionReader {
    /** EdgeOne refuses an empty list. */
    private static final long FEWEST = 1;

    private final JsonNode objects;

    private DescriptionReader(JsonNode objects) {
        this.objects = objects;
    }

    /**
     * Reads a resource beside this class.
     *
     * @throws IllegalStateException if it is missing or is not a description
     */
    static ApiDescription read(String resource) {
        try (InputStream in = DescriptionReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            JsonNode root = JsonMapper.builder().build().readTree(in.readAllBytes());
            only(root, Set.of("service", "version", "errors", "actions", "objects"));
            DescriptionReader reader = new DescriptionReader(root.path("objects"));
            return new ApiDescription(
                    text(root, "service"),
                    text(root, "version"),
                    each(root.path("actions"), reader::action),
                    texts(root, "errors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ApiAction action(JsonNode node) {
        only(node, Set.of("action", "kind", "doc", "perSecond", "parameters", "reply", "errors"));
        String kind = text(node, "kind");
        return new ApiAction(
                text(node, "action"),
                Arrays.stream(ActionKind.values())
                        .filter(k -> k.word().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> wrong(node, kind)),
                doc(node),
                node.required("perSecond").intValue(),
                each(node.required("parameters"), this::field),
                each(node.required("reply"), this::field),
                texts(node, "errors"));
    }

    private ApiField field(JsonNode node) {
        only(
                node,
                Set.of(
                        "name",
                        "type",
                        "list",
                        "required",
                        "values",
                        "least",
                        "most",
                        "default",
                        "deprecated",
                        "doc",
                        "members",
                        "filters"));
        FieldType type = type(node);
        boolean list = node.path("list").booleanValue(false);
        JsonNode members = node.path("members");
        JsonNode fallback = node.get("default");
        return new ApiField(
                text(node, "name"),
                type,
                list,
                node.path("required").booleanValue(false),
                texts(node, "values"),
                bounds(node, type, list),
                fallback == null ? null : fallback.asString(),
                node.path("deprecated").booleanValue(false),
                doc(node),
                each(
                        members.isString() ? objects.required(members.stringValue()) : members,
                        this::field),
                each(node.path("filters"), DescriptionReader::filter));
    }

    private static FieldType type(JsonNode node) {
        String word = text(node, "type");
        return Arrays.stream(FieldType.values())
                .filter(t -> t.word().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(node, word));
    }

    private static @Nullable Bounds bounds(JsonNode node, FieldType type, boolean list) {
        if (!list && type != FieldType.INTEGER) {
            return null;
        }
        return new Bounds(
                node.path("least").longValue(list ? FEWEST : Long.MIN_VALUE),
                node.path("most").longValue(Long.MAX_VALUE));
    }

    private static FilterRule filter(JsonNode node) {
        only(node, Set.of("name", "several", "fuzzy", "values"));
        return new FilterRule(
                text(node, "name"),
                node.path("several").booleanValue(false),
                node.path("fuzzy").booleanValue(false),
                texts(node, "values"));
    }

    private static Doc doc(JsonNode node) {
        JsonNode doc = node.required("doc");
        only(doc, Set.of("en", "zh"));
        return new Doc(text(doc, "en"), text(doc, "zh"));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static List<String> texts(JsonNode node, String name) {
        return each(node.path(name), JsonNode::stringValue);
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> reader) {
        return list.valueStream().map(reader).toList();
    }

    private static void only(JsonNode node, Set<String> known) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw wrong(node, name);
            }
        }
    }

    private static IllegalStateException wrong(JsonNode node, String word) {
        return new IllegalStateException("the description has " + word + " in " + node);
    }
}

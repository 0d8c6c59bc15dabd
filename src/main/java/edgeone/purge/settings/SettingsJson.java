package edgeone.purge.settings;

import edgeone.purge.messages.Language;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code settings.json}. A value that cannot be is replaced by the standard one; fields of other
 * versions are left where they are.
 */
final class SettingsJson {
    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * What a file held.
     *
     * @param damaged whether something in it could not be read
     */
    record Content(Settings settings, boolean damaged) {}

    Content read(byte[] bytes) {
        Optional<ObjectNode> root = object(bytes);
        return root.map(node -> new Reader().content(node))
                .orElseGet(() -> new Content(Settings.STANDARD, true));
    }

    /**
     * The settings, with what {@code before} holds beside them.
     *
     * @param before the file so far; empty where there is none
     */
    byte[] write(Settings settings, byte[] before) {
        ObjectNode root = object(before).orElseGet(json::createObjectNode);
        Language language = settings.language();
        putOrRemove(root, "language", language == null ? null : language.tag());
        root.put("theme", settings.theme().label());
        root.put("settleSeconds", settings.settleSeconds());
        Network network = settings.network();
        root.put("connectSeconds", network.connectSeconds());
        root.put("readSeconds", network.readSeconds());
        root.put("writeSeconds", network.writeSeconds());
        root.put("callSeconds", network.callSeconds());
        ObjectNode proxy = root.putObject("proxy");
        switch (network.proxy()) {
            case ProxySetting.AsSystem _ -> proxy.put("kind", "system");
            case ProxySetting.Direct _ -> proxy.put("kind", "none");
            case ProxySetting.Own own -> {
                proxy.put("kind", own.kind().label());
                proxy.put("host", own.host());
                proxy.put("port", own.port());
                putOrRemove(proxy, "user", own.user());
            }
        }
        ArrayNode noProxy = root.putArray("noProxy");
        network.noProxy().forEach(noProxy::add);
        putOrRemove(root, "caFile", network.caFile());
        ObjectNode window = root.putObject("window");
        window.put("width", settings.window().width());
        window.put("height", settings.window().height());
        window.put("maximised", settings.window().maximised());
        return json.writeValueAsBytes(root);
    }

    private static void putOrRemove(ObjectNode node, String name, @Nullable String value) {
        if (value == null) {
            node.remove(name);
        } else {
            node.put(name, value);
        }
    }

    private Optional<ObjectNode> object(byte[] bytes) {
        try {
            return json.readTree(bytes) instanceof ObjectNode node
                    ? Optional.of(node)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Reads one file; remembers whether anything was not as it should be. */
    private static final class Reader {
        private boolean damaged;

        Content content(ObjectNode root) {
            Settings standard = Settings.STANDARD;
            Settings settings =
                    new Settings(
                            value(root, "language", n -> Language.ofTag(text(n)).orElseThrow())
                                    .orElse(null),
                            value(root, "theme", n -> Theme.ofLabel(text(n)).orElseThrow())
                                    .orElse(standard.theme()),
                            value(root, "settleSeconds", n -> number(n, Settings.LONGEST_SETTLE))
                                    .orElse(standard.settleSeconds()),
                            network(root),
                            value(root, "window", Reader::window).orElse(standard.window()));
            return new Content(settings, damaged);
        }

        private Network network(ObjectNode root) {
            Network standard = Network.STANDARD;
            return new Network(
                    seconds(root, "connectSeconds").orElse(standard.connectSeconds()),
                    seconds(root, "readSeconds").orElse(standard.readSeconds()),
                    seconds(root, "writeSeconds").orElse(standard.writeSeconds()),
                    seconds(root, "callSeconds").orElse(standard.callSeconds()),
                    value(root, "proxy", Reader::proxy).orElse(standard.proxy()),
                    value(root, "noProxy", Reader::noProxy).orElse(standard.noProxy()),
                    value(root, "caFile", Reader::text).orElse(null));
        }

        private Optional<Integer> seconds(ObjectNode root, String name) {
            return value(root, name, n -> number(n, Network.LONGEST_SECONDS));
        }

        private <T> Optional<T> value(ObjectNode root, String name, Function<JsonNode, T> reading) {
            JsonNode node = root.get(name);
            if (node == null || node.isNull()) {
                return Optional.empty();
            }
            try {
                return Optional.of(reading.apply(node));
            } catch (RuntimeException e) {
                damaged = true;
                return Optional.empty();
            }
        }

        private static WindowSize window(JsonNode node) {
            return new WindowSize(
                    number(node.path("width"), WindowSize.LARGEST),
                    number(node.path("height"), WindowSize.LARGEST),
                    node.path("maximised").booleanValue(false));
        }

        private static ProxySetting proxy(JsonNode node) {
            String kind = text(node.path("kind"));
            if (kind.equals("system")) {
                return ProxySetting.SYSTEM;
            }
            if (kind.equals("none")) {
                return ProxySetting.NONE;
            }
            return new ProxySetting.Own(
                    ProxySetting.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    text(node.path("host")),
                    number(node.path("port"), 65_535),
                    node.has("user") ? text(node.path("user")) : null);
        }

        private static List<String> noProxy(JsonNode node) {
            List<String> entries = new ArrayList<>();
            if (!node.isArray()) {
                throw new IllegalArgumentException("not a list");
            }
            node.forEach(entry -> entries.add(text(entry)));
            return entries;
        }

        private static String text(JsonNode node) {
            if (!node.isString()) {
                throw new IllegalArgumentException("not a text");
            }
            return node.stringValue();
        }

        private static int number(JsonNode node, int most) {
            if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw new IllegalArgumentException("not a whole number");
            }
            int number = node.intValue();
            if (number < 1 || number > most) {
                throw new IllegalArgumentException(number + " is out of bounds");
            }
            return number;
        }
    }
}

package edgeone.purge.settings;

import edgeone.purge.json.JsonTree;
import edgeone.purge.messages.Language;
import edgeone.purge.model.NoteRule;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code settings.json}. An invalid value is replaced by the default; fields of other versions are
 * preserved.
 */
final class SettingsJson {
    static final String SOFTWARE_RENDERING = "softwareRendering";

    private final JsonTree json = new JsonTree();

    /**
     * The content of a file.
     *
     * @param damaged whether something in it could not be read
     */
    record Content(Settings settings, boolean damaged) {}

    Content read(byte[] bytes) {
        return json.object(bytes)
                .map(root -> new Reader().content(root))
                .orElseGet(() -> new Content(Settings.STANDARD, true));
    }

    /**
     * Writes the settings and keeps whatever else {@code before} holds.
     *
     * @param before the current file; empty if there is none
     */
    byte[] write(Settings settings, byte[] before) {
        Map<String, @Nullable Object> root = json.object(before).orElseGet(LinkedHashMap::new);
        Language language = settings.language();
        putOrRemove(root, "language", language == null ? null : language.tag());
        root.put("theme", settings.theme().label());
        root.put(SOFTWARE_RENDERING, settings.softwareRendering());
        root.put("settleSeconds", settings.settleSeconds());
        root.put("countdownSeconds", settings.countdownSeconds());
        Network network = settings.network();
        root.put("connectSeconds", network.connectSeconds());
        root.put("readSeconds", network.readSeconds());
        root.put("writeSeconds", network.writeSeconds());
        root.put("callSeconds", network.callSeconds());
        Map<String, @Nullable Object> proxy = new LinkedHashMap<>();
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
        root.put("proxy", proxy);
        root.put("noProxy", network.noProxy());
        putOrRemove(root, "caFile", network.caFile());
        Map<String, @Nullable Object> window = new LinkedHashMap<>();
        window.put("width", settings.window().width());
        window.put("height", settings.window().height());
        window.put("maximised", settings.window().maximised());
        root.put("window", window);
        Map<String, @Nullable Object> note = new LinkedHashMap<>();
        note.put("required", settings.noteRule().required());
        putOrRemove(note, "pattern", settings.noteRule().pattern());
        root.put("note", note);
        TeamSetting team = settings.team();
        if (team == null) {
            root.remove("team");
        } else {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            kept.put("url", team.url());
            kept.put("store", team.store());
            kept.put("releaseMinutes", team.releaseMinutes());
            root.put("team", kept);
        }
        return json.bytes(root);
    }

    private static void putOrRemove(
            Map<String, @Nullable Object> object, String name, @Nullable String value) {
        if (value == null) {
            object.remove(name);
        } else {
            object.put(name, value);
        }
    }

    /** Reads one file; remembers whether anything was invalid. */
    private static final class Reader {
        private boolean damaged;

        Content content(Map<String, @Nullable Object> root) {
            Settings standard = Settings.STANDARD;
            Settings settings =
                    new Settings(
                            value(root, "language", n -> Language.ofTag(text(n)).orElseThrow())
                                    .orElse(null),
                            value(root, "theme", n -> Theme.ofLabel(text(n)).orElseThrow())
                                    .orElse(standard.theme()),
                            value(root, SOFTWARE_RENDERING, Reader::truth)
                                    .orElse(standard.softwareRendering()),
                            value(root, "settleSeconds", n -> number(n, Settings.LONGEST_SETTLE))
                                    .orElse(standard.settleSeconds()),
                            value(root, "countdownSeconds", Reader::countdown)
                                    .orElse(standard.countdownSeconds()),
                            network(root),
                            value(root, "window", Reader::window).orElse(standard.window()),
                            value(root, "note", this::noteRule).orElse(standard.noteRule()),
                            value(root, "team", Reader::team).orElse(null));
            return new Content(settings, damaged);
        }

        private Network network(Map<String, @Nullable Object> root) {
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

        private Optional<Integer> seconds(Map<String, @Nullable Object> root, String name) {
            return value(root, name, n -> number(n, Network.LONGEST_SECONDS));
        }

        private <T> Optional<T> value(
                Map<String, @Nullable Object> root, String name, Function<Object, T> reading) {
            Object node = root.get(name);
            if (node == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(reading.apply(node));
            } catch (RuntimeException e) {
                damaged = true;
                return Optional.empty();
            }
        }

        private static int countdown(Object value) {
            if (!(value instanceof Integer seconds) || !Settings.isCountdown(seconds)) {
                throw new IllegalArgumentException("no countdown");
            }
            return seconds;
        }

        /** A note stays required if its pattern is not a regular expression. */
        private NoteRule noteRule(Object value) {
            Map<?, ?> note = object(value);
            boolean required = truth(note.get("required"));
            try {
                return new NoteRule(
                        required, note.containsKey("pattern") ? text(note.get("pattern")) : null);
            } catch (IllegalArgumentException e) {
                damaged = true;
                return new NoteRule(required, null);
            }
        }

        private static TeamSetting team(Object value) {
            Map<?, ?> team = object(value);
            TeamSetting standard = new TeamSetting(text(team.get("url")), text(team.get("store")));
            return team.containsKey("releaseMinutes")
                    ? new TeamSetting(
                            standard.url(),
                            standard.store(),
                            number(team.get("releaseMinutes"), TeamSetting.LONGEST_RELEASE))
                    : standard;
        }

        private static WindowSize window(Object value) {
            Map<?, ?> window = object(value);
            return new WindowSize(
                    number(window.get("width"), WindowSize.LARGEST),
                    number(window.get("height"), WindowSize.LARGEST),
                    Boolean.TRUE.equals(window.get("maximised")));
        }

        private static ProxySetting proxy(Object value) {
            Map<?, ?> proxy = object(value);
            String kind = text(proxy.get("kind"));
            if (kind.equals("system")) {
                return ProxySetting.SYSTEM;
            }
            if (kind.equals("none")) {
                return ProxySetting.NONE;
            }
            return new ProxySetting.Own(
                    ProxySetting.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    text(proxy.get("host")),
                    number(proxy.get("port"), 65_535),
                    proxy.containsKey("user") ? text(proxy.get("user")) : null);
        }

        private static List<String> noProxy(Object value) {
            if (!(value instanceof List<?> entries)) {
                throw new IllegalArgumentException("not a list");
            }
            return entries.stream().map(Reader::text).toList();
        }

        private static Map<?, ?> object(Object value) {
            if (!(value instanceof Map<?, ?> object)) {
                throw new IllegalArgumentException("not an object");
            }
            return object;
        }

        private static boolean truth(@Nullable Object value) {
            if (!(value instanceof Boolean truth)) {
                throw new IllegalArgumentException("not a boolean");
            }
            return truth;
        }

        private static String text(@Nullable Object value) {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("not a string");
            }
            return text;
        }

        private static int number(@Nullable Object value, int most) {
            if (!(value instanceof Integer number)) {
                throw new IllegalArgumentException("not a whole number");
            }
            if (number < 1 || number > most) {
                throw new IllegalArgumentException(number + " is out of range");
            }
            return number;
        }
    }
}

package edgeone.purge.messages;

import java.nio.charset.Charset;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The texts of one language. Also a {@link ResourceBundle}, so that FXML can use {@code %key}. */
public final class Messages extends ResourceBundle {
    /** What only a message format undoes. */
    private static final Pattern QUOTES = Pattern.compile("''|'[{}]");

    /**
     * The bundles, each a pair of files {@code <name>_en.properties} and {@code
     * <name>_zh.properties}. The first word of a key is the name of its bundle.
     */
    static final List<String> BUNDLES =
            List.of(
                    "accounts",
                    "actions",
                    "api",
                    "cli",
                    "doctor",
                    "engine",
                    "errors",
                    "evidence",
                    "explorer",
                    "help",
                    "inspector",
                    "probe",
                    "recipes",
                    "requests",
                    "settings",
                    "stats",
                    "targets",
                    "team",
                    "window");

    private final Language language;
    private final UnaryOperator<String> spelling;
    private final Map<String, ResourceBundle> read = new ConcurrentHashMap<>();

    private Messages(Language language, UnaryOperator<String> spelling) {
        this.language = language;
        this.spelling = spelling;
    }

    public static Messages in(Language language) {
        return new Messages(language, UnaryOperator.identity());
    }

    /**
     * The texts of {@code wanted} for streams with these encodings: in English if one of them
     * cannot encode that language, and with ASCII in place of typographic characters it lacks.
     */
    public static Messages printable(Language wanted, Charset... streams) {
        Messages messages = in(wanted);
        for (Charset stream : streams) {
            PlainText plain = new PlainText(stream);
            UnaryOperator<String> before = messages.spelling;
            messages = new Messages(wanted, text -> plain.of(before.apply(text)));
            if (wanted != Language.ENGLISH && !plain.holds(messages.texts())) {
                return printable(Language.ENGLISH, streams);
            }
        }
        return messages;
    }

    private List<String> texts() {
        return keySet().stream().map(this::getString).toList();
    }

    /** The bundle that has a key: the one named by the key's first word. */
    private static String bundleOf(String key) {
        int dot = key.indexOf('.');
        String topic = dot < 0 ? key : key.substring(0, dot);
        return topic.equals("column") || topic.equals("usage") ? "help" : topic;
    }

    /** Read on first use: the first frame needs but a third of the texts. */
    private ResourceBundle bundle(String name) {
        return read.computeIfAbsent(name, this::bundleNow);
    }

    private ResourceBundle bundleNow(String name) {
        return ResourceBundle.getBundle(
                "edgeone.purge.messages." + name + "_" + language.tag(),
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    /**
     * The text of {@code key} with {@code arguments} inserted. Numbers are grouped as usual in the
     * language; everything else except {@link Shown} passes through {@link VisibleText}.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public String text(String key, Object... arguments) {
        String pattern = getString(key);
        return arguments.length == 0 && !QUOTES.matcher(pattern).find()
                ? pattern
                : new MessageFormat(pattern, language.locale()).format(visible(arguments));
    }

    private static Object[] visible(Object[] arguments) {
        Object[] visible = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            visible[i] =
                    switch (arguments[i]) {
                        case Number number -> number;
                        case Shown shown -> shown.text();
                        case Object other -> VisibleText.of(other.toString());
                    };
        }
        return visible;
    }

    public boolean has(String key) {
        String name = bundleOf(key);
        return BUNDLES.contains(name) && bundle(name).containsKey(key);
    }

    @Override
    protected Object handleGetObject(String key) {
        if (!has(key)) {
            throw new MissingResourceException("no text for " + key, "messages", key);
        }
        return spelling.apply(bundle(bundleOf(key)).getString(key));
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(
                BUNDLES.stream().flatMap(name -> bundle(name).keySet().stream()).toList());
    }
}

package edgeone.purge.messages;

import java.nio.charset.Charset;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The texts of one language. Also a {@link ResourceBundle}, so that FXML can use {@code %key}. */
public final class Messages extends ResourceBundle {
    /** What only a message format undoes. */
    private static final Pattern QUOTES = Pattern.compile("''|'[{}]");

    /**
     * The bundles, each a pair of files {@code <name>_en.properties} and {@code
     * <name>_zh.properties}.
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
    private final Map<String, String> texts;

    private Messages(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Messages in(Language language) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : BUNDLES) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle(
                            "edgeone.purge.messages." + name + "_" + language.tag(),
                            language.locale(),
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                if (texts.put(key, bundle.getString(key)) != null) {
                    throw new IllegalStateException("duplicate key " + key);
                }
            }
        }
        return new Messages(language, texts);
    }

    /**
     * The texts of {@code wanted} for streams with these encodings: in English if one of them
     * cannot encode that language, and with ASCII in place of typographic characters it lacks.
     */
    public static Messages printable(Language wanted, Charset... streams) {
        Messages messages = in(wanted);
        for (Charset stream : streams) {
            PlainText plain = new PlainText(stream);
            messages.texts.replaceAll((_, text) -> plain.of(text));
            if (wanted != Language.ENGLISH && !plain.holds(messages.texts.values())) {
                return printable(Language.ENGLISH, streams);
            }
        }
        return messages;
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
        return texts.containsKey(key);
    }

    @Override
    protected Object handleGetObject(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("no text for " + key, "messages", key);
        }
        return text;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}

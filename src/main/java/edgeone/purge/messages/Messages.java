package edgeone.purge.messages;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts of one language. Also a {@link ResourceBundle}, so that FXML can use {@code %key}. */
public final class Messages extends ResourceBundle {
    /**
     * The bundles, each a pair of files {@code <name>_en.properties} and {@code
     * <name>_zh.properties}.
     */
    static final List<String> BUNDLES =
            List.of("accounts", "cli", "engine", "errors", "settings", "targets", "window");

    private final Language language;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Messages(Language language) {
        this.language = language;
        for (String name : BUNDLES) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle(
                            "edgeone.purge.messages." + name + "_" + language.tag(),
                            language.locale(),
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                if (texts.put(key, bundle.getString(key)) != null) {
                    throw new IllegalStateException("two texts for " + key);
                }
            }
        }
    }

    public static Messages in(Language language) {
        return new Messages(language);
    }

    public Language language() {
        return language;
    }

    /**
     * The text of {@code key}, with {@code arguments} set in. Numbers are grouped as the language
     * does it; everything else but {@link Shown} passes {@link VisibleText}.
     *
     * @throws MissingResourceException for a key that no bundle has
     */
    public String text(String key, Object... arguments) {
        String pattern = getString(key);
        return arguments.length == 0 && !pattern.contains("''")
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

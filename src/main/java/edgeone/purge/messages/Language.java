package edgeone.purge.messages;

import java.util.Locale;
import java.util.Optional;

/** The languages the program speaks. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH, "en-US"),
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE, "zh-CN");

    private final String tag;
    private final Locale locale;
    private final String apiName;

    Language(String tag, Locale locale, String apiName) {
        this.tag = tag;
        this.locale = locale;
        this.apiName = apiName;
    }

    /** As given to {@code --lang} and stored in the settings. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** As sent in EdgeOne's {@code X-TC-Language}. */
    public String apiName() {
        return apiName;
    }

    public static Optional<Language> ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The closest match to the system's language. */
    public static Language ofSystem() {
        return Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals("zh")
                ? CHINESE
                : ENGLISH;
    }
}

package edgeone.purge.targets.intake.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a text can be read as. */
public enum Format {
    LINES,
    CSV,
    JSON,
    SITEMAP,
    LOG,
    HTML,
    MARKDOWN,
    CURL,
    HAR,
    DIFF;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> ofLabel(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
    }

    /** The text that names the format. */
    public String messageKey() {
        return "targets.format." + name();
    }
}

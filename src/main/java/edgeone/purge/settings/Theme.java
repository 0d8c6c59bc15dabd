package edgeone.purge.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the window looks. */
public enum Theme {
    /** As in the system's settings. */
    SYSTEM,
    LIGHT,
    DARK;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> ofLabel(String label) {
        return Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
    }
}

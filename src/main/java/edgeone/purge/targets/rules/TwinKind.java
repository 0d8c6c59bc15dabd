package edgeone.purge.targets.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How another address that may hold the same object differs. */
public enum TwinKind {
    /** {@code http} for {@code https}, and the other way round. */
    SCHEME,
    /** With a slash at the end of the path, or without. */
    SLASH,
    /** Without what follows the question mark. */
    QUERY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TwinKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(k -> k.label().equals(label)).findFirst();
    }
}

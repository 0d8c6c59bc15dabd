package edgeone.purge.engine.origin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done while the origin still serves the old bytes. */
public enum OldBytes {
    STOP,
    WAIT,
    SEND;

    /** The word of the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OldBytes> of(String word) {
        return Arrays.stream(values()).filter(v -> v.label().equals(word)).findFirst();
    }
}

package edgeone.purge.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a job was submitted. */
public enum Origin {
    /** By a program on this home folder. */
    HERE,
    /** By someone else; the job was read from EdgeOne's own list. */
    ELSEWHERE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Origin> ofLabel(String label) {
        return Arrays.stream(values()).filter(o -> o.label().equals(label)).findFirst();
    }
}

package edgeone.purge.cli.purge.origin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done while the origin still serves the old bytes. */
enum OldBytes {
    STOP,
    WAIT,
    SEND;

    static Optional<OldBytes> of(String word) {
        return Arrays.stream(values())
                .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}

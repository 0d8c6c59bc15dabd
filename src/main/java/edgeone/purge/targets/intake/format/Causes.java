package edgeone.purge.targets.intake.format;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

/** Finds what went wrong below a parser, which wraps it in errors of its own. */
final class Causes {
    private static final int DEEPEST = 10;

    private Causes() {}

    static Optional<IOException> ioIn(Throwable error) {
        @Nullable Throwable at = error;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof IOException io) {
                return Optional.of(io);
            }
            at =
                    at instanceof XMLStreamException xml && xml.getNestedException() != null
                            ? xml.getNestedException()
                            : at.getCause();
        }
        return Optional.empty();
    }
}

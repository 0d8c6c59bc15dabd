package edgeone.purge.emulator.tls;

import java.io.IOException;
import java.nio.file.Path;

/** The kept authority cannot be read. It is never replaced unasked: clients may trust it. */
public final class DamagedAuthorityException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    DamagedAuthorityException(Path file, Exception cause) {
        super(file + " is damaged", cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}

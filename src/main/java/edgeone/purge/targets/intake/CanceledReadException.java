package edgeone.purge.targets.intake;

import java.io.IOException;

/** The reader of a text no longer waits for it. */
public final class CanceledReadException extends IOException {
    private static final long serialVersionUID = 1L;

    public CanceledReadException() {
        super("canceled");
    }
}

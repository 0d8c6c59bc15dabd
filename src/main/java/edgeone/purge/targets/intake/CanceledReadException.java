package edgeone.purge.targets.intake;

import java.io.IOException;

/** Whoever waited for a text does no longer. */
public final class CanceledReadException extends IOException {
    private static final long serialVersionUID = 1L;

    public CanceledReadException() {
        super("canceled");
    }
}

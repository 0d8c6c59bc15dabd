package edgeone.purge.export;

import java.io.IOException;

/** An export was canceled. An existing file is unchanged, and nothing else is left. */
public final class CanceledExportException extends IOException {
    private static final long serialVersionUID = 1L;

    public CanceledExportException() {
        super("canceled");
    }
}

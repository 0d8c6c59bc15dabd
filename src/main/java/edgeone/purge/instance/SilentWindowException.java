package edgeone.purge.instance;

import java.io.IOException;

/** A window of the home folder runs and does not come to the front when asked. */
public final class SilentWindowException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long process;

    SilentWindowException(long process) {
        super("process " + process + " shows the window of this home folder and does not answer");
        this.process = process;
    }

    /** Which process shows that window; 0 where it is not known. */
    public long process() {
        return process;
    }
}

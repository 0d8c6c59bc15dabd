package edgeone.purge.instance;

import java.io.IOException;

/** The home folder's window is open but does not come to the front when asked. */
public final class SilentWindowException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long process;

    SilentWindowException(long process) {
        super("no answer from process " + process + ", which has this home folder's window");
        this.process = process;
    }

    /** The process that shows the window; 0 if unknown. */
    public long process() {
        return process;
    }
}

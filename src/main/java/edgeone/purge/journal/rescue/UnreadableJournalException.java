package edgeone.purge.journal.rescue;

import java.io.IOException;
import java.nio.file.Path;

/** Nothing of a journal can be read. */
public final class UnreadableJournalException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableJournalException(Path file) {
        super("nothing can be read of " + file);
    }

    UnreadableJournalException(Path file, Exception cause) {
        super("nothing can be read of " + file, cause);
    }
}

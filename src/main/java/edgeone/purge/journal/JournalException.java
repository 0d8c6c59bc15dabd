package edgeone.purge.journal;

import java.nio.file.Path;

/**
 * The journal cannot be read or written. Unchecked because no caller can go on without it; whoever
 * talks to a person catches it and says what {@link #kind()} means.
 */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** The file is not a database; it was moved to {@link JournalException#file()}. */
        NOT_A_DATABASE,
        /** A newer version of the program wrote it; it was left as it is. */
        NEWER_VERSION,
        /** The folder or file cannot be created or opened. */
        CANNOT_OPEN,
        /** The disk is full or the file is read-only. */
        CANNOT_WRITE,
        /** Another process kept it locked for longer than the busy timeout. */
        BUSY,
        /** The file is damaged. */
        DAMAGED,
        /**
         * The file at the path is not the one that is open any more: it was removed, moved or
         * replaced, or its disk is gone. Nothing is written from then on.
         */
        REPLACED
    }

    private final Kind kind;
    private final transient Path file;

    JournalException(Kind kind, Path file, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.file = file;
    }

    public Kind kind() {
        return kind;
    }

    /** The file to look at: the journal, or where it was kept aside. */
    public Path file() {
        return file;
    }
}

package edgeone.purge.journal.file;

import java.nio.file.Path;

/**
 * The journal cannot be read or written. Unchecked, because no caller can work without it; window
 * and command line catch it and explain its {@link #kind()}.
 */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** The file is not a database; it was moved to {@link JournalException#file()}. */
        NOT_A_DATABASE,
        /** A newer version of the program wrote it; it was left untouched. */
        NEWER_VERSION,
        /** The folder or file cannot be created or opened. */
        CANNOT_OPEN,
        /** The disk is full or the file is read-only. */
        CANNOT_WRITE,
        /** Another process held its lock for longer than the busy timeout. */
        BUSY,
        /** The file is damaged. */
        DAMAGED,
        /**
         * The open file is no longer the one at its path: it was removed, moved or replaced, or its
         * disk is gone. Nothing more is written.
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

    /** The file to look at: the journal, or the file it was moved to. */
    public Path file() {
        return file;
    }
}

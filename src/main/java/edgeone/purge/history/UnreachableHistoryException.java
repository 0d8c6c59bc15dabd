package edgeone.purge.history;

import edgeone.purge.messages.Messages;

/** A history that others keep cannot be read now. */
public abstract class UnreachableHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected UnreachableHistoryException(Throwable cause) {
        super(cause);
    }

    /** Why it cannot be read, and what to do about it, without secrets. */
    public abstract String text(Messages messages);
}

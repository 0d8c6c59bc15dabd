package edgeone.purge.history;

import edgeone.purge.messages.Messages;

/** A history that others keep cannot be read now. */
public abstract class UnreachableHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected UnreachableHistoryException(Throwable cause) {
        super(cause);
    }

    /** What stands in the way. */
    public enum Obstacle {
        /** User, password, certificate or a privilege. */
        ACCESS,
        /** Nothing answers, or not in time. */
        NETWORK,
        /** What answers is not what it should be. */
        CONTENT
    }

    public abstract Obstacle obstacle();

    /** What it is called in JSON. */
    public abstract String code();

    /** Why it cannot be read, and what to do about it, without secrets. */
    public abstract String text(Messages messages);
}

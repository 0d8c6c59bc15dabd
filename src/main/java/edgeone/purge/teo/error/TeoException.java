package edgeone.purge.teo.error;

import org.jspecify.annotations.Nullable;

/**
 * A request to EdgeOne that did not succeed. The subclass says what is known about the request,
 * {@link #errorClass()} what kind of error it was; {@link #code()} and {@link #requestId()} are
 * what a user gives to support. Never carries a secret.
 */
public abstract sealed class TeoException extends Exception
        permits RefusedException, UnreachableException, UnansweredException {
    private static final long serialVersionUID = 1L;

    private final String action;
    private final String code;
    private final ErrorClass errorClass;
    private final @Nullable String requestId;

    TeoException(
            String action,
            String code,
            String message,
            ErrorClass errorClass,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(message, cause);
        this.action = action;
        this.code = code;
        this.errorClass = errorClass;
        this.requestId = requestId;
    }

    public String action() {
        return action;
    }

    /**
     * EdgeOne's code, or one of ours for network and reply errors: {@code Network.…}, {@code
     * Http.500}, {@code Reply.…}.
     */
    public String code() {
        return code;
    }

    /** EdgeOne's own message, or what broke. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public ErrorClass errorClass() {
        return errorClass;
    }

    public @Nullable String requestId() {
        return requestId;
    }

    /** Whether this proves that EdgeOne did not accept the request. */
    public abstract boolean provesNotTaken();
}

package edgeone.purge.teo.error;

import org.jspecify.annotations.Nullable;

/**
 * Bytes may have left, and no usable answer came back: a timeout, a reset, an HTTP status other
 * than 200, or an unreadable reply.
 */
public final class UnansweredException extends TeoException {
    private static final long serialVersionUID = 1L;

    public UnansweredException(
            String action,
            String code,
            String message,
            ErrorClass errorClass,
            @Nullable Throwable cause) {
        super(action, code, message, errorClass, null, cause);
    }

    /** Of the class the catalogue gives {@code code}. */
    public static UnansweredException of(
            String action, String code, String message, @Nullable Throwable cause) {
        return new UnansweredException(action, code, message, ErrorCatalogue.classOf(code), cause);
    }

    @Override
    public boolean provesNotTaken() {
        return false;
    }
}

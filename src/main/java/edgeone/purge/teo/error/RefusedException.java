package edgeone.purge.teo.error;

import org.jspecify.annotations.Nullable;

/** EdgeOne answered with {@code Response.Error}. */
public final class RefusedException extends TeoException {
    private static final long serialVersionUID = 1L;

    public RefusedException(
            String action, String code, String message, @Nullable String requestId) {
        super(action, code, message, ErrorCatalogue.classOf(code), requestId, null);
    }

    /** False for the codes after which EdgeOne may have done the work anyway. */
    @Override
    public boolean provesNotTaken() {
        return ErrorCatalogue.provesNotTaken(code());
    }
}

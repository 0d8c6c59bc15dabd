package edgeone.purge.teo;

/** No byte of the request left this machine: no connection, no name, no TLS, or no proxy. */
public final class UnreachableException extends TeoException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String action, String code, String message, Throwable cause) {
        super(action, code, message, ErrorClass.NETWORK, null, cause);
    }

    @Override
    public boolean provesNotTaken() {
        return true;
    }
}

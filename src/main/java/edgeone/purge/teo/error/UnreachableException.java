package edgeone.purge.teo.error;

/**
 * No byte of the request left this machine: name resolution, the connection, TLS or the proxy
 * failed.
 */
public final class UnreachableException extends TeoException {
    /** The code of a call that was canceled before anything left. */
    public static final String CANCELED = "Network.Canceled";

    private static final long serialVersionUID = 1L;

    public UnreachableException(String action, String code, String message, Throwable cause) {
        super(action, code, message, ErrorClass.NETWORK, null, cause);
    }

    @Override
    public boolean provesNotTaken() {
        return true;
    }
}

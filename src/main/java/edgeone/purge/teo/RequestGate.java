package edgeone.purge.teo;

/**
 * Paces requests. Asked last before the bytes of a request leave, with the connection already open.
 */
public interface RequestGate {
    /** Blocks until one request of {@code action} may leave. */
    void await(String action) throws InterruptedException;

    /** Tells that EdgeOne answered {@code action} with a throttling error, in its own words. */
    void throttled(String action, String serverMessage);

    /** A gate that is always open, for a peer without a limit. */
    RequestGate OPEN =
            new RequestGate() {
                @Override
                public void await(String action) {}

                @Override
                public void throttled(String action, String serverMessage) {}
            };
}

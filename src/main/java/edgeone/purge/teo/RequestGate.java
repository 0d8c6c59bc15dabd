package edgeone.purge.teo;

/**
 * Paces requests. Called with the connection open, as the last step before a request's bytes leave.
 */
public interface RequestGate {
    /** Blocks until one request of {@code action} may leave. */
    void await(String action) throws InterruptedException;

    /**
     * Like {@link #await}, for a caller that reports when the bytes have left: a busy machine may
     * hold them back for a while after the gate has opened.
     *
     * @return to run once, when the bytes have left
     */
    default Runnable open(String action) throws InterruptedException {
        await(action);
        return () -> {};
    }

    /** Reports that EdgeOne answered {@code action} with a throttling error and this message. */
    void throttled(String action, String serverMessage);

    /** A gate that is always open, for a server without a limit. */
    RequestGate OPEN =
            new RequestGate() {
                @Override
                public void await(String action) {}

                @Override
                public void throttled(String action, String serverMessage) {}
            };
}

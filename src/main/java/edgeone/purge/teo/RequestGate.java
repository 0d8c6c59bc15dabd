package edgeone.purge.teo;

/**
 * Paces requests. Asked last before the bytes of a request leave, with the connection already open.
 */
public interface RequestGate {
    /** Blocks until one request of {@code action} may leave. */
    void await(String action) throws InterruptedException;

    /**
     * As {@link #await}, for a caller that tells when the bytes have left: a machine that is busy
     * may keep them for a while after the gate has opened.
     *
     * @return to be run, once, when the bytes have left
     */
    default Runnable open(String action) throws InterruptedException {
        await(action);
        return () -> {};
    }

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

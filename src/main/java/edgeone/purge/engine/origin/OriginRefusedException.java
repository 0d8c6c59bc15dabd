package edgeone.purge.engine.origin;

/** A purge was not sent, because of what the origin serves or because somebody stopped it. */
public final class OriginRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient OriginResult result;

    public OriginRefusedException(OriginResult result) {
        super("origin: " + result.end());
        this.result = result;
    }

    /** What came of asking the origin. */
    public OriginResult result() {
        return result;
    }
}

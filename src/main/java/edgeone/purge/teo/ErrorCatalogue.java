package edgeone.purge.teo;

/** Every error code known, each with its class and what to do. */
public final class ErrorCatalogue {
    private ErrorCatalogue() {}

    public static ErrorClass classOf(String code) {
        throw new UnsupportedOperationException("being written: " + code);
    }

    public static boolean mayPass(String code) {
        throw new UnsupportedOperationException("being written: " + code);
    }

    public static boolean provesNotTaken(String code) {
        throw new UnsupportedOperationException("being written: " + code);
    }
}

package edgeone.purge.engine.release;

/** A second person cannot be asked. The message says why; it is empty where there is no team. */
public final class NoReleaseException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoReleaseException(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}

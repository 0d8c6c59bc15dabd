package edgeone.purge.emulator.faults;

/**
 * One fault.
 *
 * @param action the API action it applies to, {@code *} for all; or {@link #EDGE}, {@link #ORIGIN}
 * @param after whether the request is carried out before the fault strikes
 * @param value the fault's argument; may be empty
 */
public record FaultRule(String action, FaultKind kind, boolean after, String value, When when) {
    /** In place of an action: the nodes of the edge. */
    public static final String EDGE = "Edge";

    /** In place of an action: the sample origin. */
    public static final String ORIGIN = "Origin";

    boolean concerns(String asked) {
        return action.equals("*") || action.equals(asked);
    }

    /** The value as a number, or {@code fallback} if none was given. */
    public double number(double fallback) {
        return value.isEmpty() ? fallback : Double.parseDouble(value);
    }
}

package edgeone.purge.emulator.faults;

/**
 * One fault.
 *
 * @param action the API action it applies to, {@code *} for all
 * @param after whether the request is carried out before the fault strikes
 * @param value the fault's argument; may be empty
 */
public record FaultRule(String action, FaultKind kind, boolean after, String value, When when) {
    boolean concerns(String asked) {
        return action.equals("*") || action.equals(asked);
    }

    /** The value as a number, or {@code fallback} if none was given. */
    public double number(double fallback) {
        return value.isEmpty() ? fallback : Double.parseDouble(value);
    }
}

package edgeone.purge.team.pace;

import java.util.List;

/**
 * Slots that the database gave this process, in order.
 *
 * @param slots at least one
 */
record Lease(List<Slot> slots) {
    Lease {
        slots = List.copyOf(slots);
    }

    /**
     * When one request may leave.
     *
     * @param micros since 1970, by the database's clock
     * @param nanos the same by {@link System#nanoTime()}
     */
    record Slot(long micros, long nanos) {}
}

package edgeone.purge.team.pace;

/**
 * Slots that the database gave this process, an equal distance apart.
 *
 * @param first when the first one is, in nanoseconds of {@link System#nanoTime()}
 * @param apart nanoseconds
 * @param slots at least 1
 */
record Lease(long first, long apart, int slots) {
    long slot(int n) {
        return first + n * apart;
    }
}

package edgeone.purge.emulator.api.state;

/**
 * What is special about an accepted prefetch.
 *
 * @param edge whether it is in edge mode, which has a quota of its own
 * @param segments media segments that are fetched with it, each of which costs quota
 * @param ticket names what was fetched for it; known only to the process that accepted it
 */
public record PrefetchWork(boolean edge, int segments, String ticket) {
    /** URLs a day in edge mode, as documented. */
    public static final int EDGE_DAILY = 1_000;
}

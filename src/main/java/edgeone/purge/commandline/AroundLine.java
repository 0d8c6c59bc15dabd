package edgeone.purge.commandline;

/**
 * What a command line says of what is done before and after a purge.
 *
 * @param verify whether the edge is asked before and after it
 * @param thenPrefetch whether what was purged is prefetched
 * @param origin where the origin is asked before it; empty for nowhere
 * @param originOld the word for what is done if the origin has nothing new; empty for the default
 */
public record AroundLine(boolean verify, boolean thenPrefetch, String origin, String originOld) {
    /** Nothing is. */
    public static final AroundLine NOTHING = new AroundLine(false, false, "", "");
}

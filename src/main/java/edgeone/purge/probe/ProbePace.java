package edgeone.purge.probe;

/**
 * How hard a host may be asked.
 *
 * @param perSecond questions that begin within a second, at most
 * @param atOnce questions that are open at once, at most
 */
public record ProbePace(int perSecond, int atOnce) {
    /** What a site in service hardly notices. */
    public static final ProbePace STANDARD = new ProbePace(10, 4);

    public ProbePace {
        if (perSecond < 1 || atOnce < 1) {
            throw new IllegalArgumentException("a pace is at least 1");
        }
    }
}

package edgeone.purge.probe;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** Picks some of a list, each as likely as the other; the same ones for the same seed. */
public final class Sample implements IntPredicate {
    private final SplittableRandom random;
    private final int total;
    private int wanted;

    private Sample(int total, int wanted, long seed) {
        this.total = total;
        this.wanted = Math.min(wanted, total);
        this.random = new SplittableRandom(seed);
    }

    /**
     * Picks {@code wanted} of {@code total}, or all if there are fewer.
     *
     * @return to be asked about each index once, from 0 on
     */
    public static Sample of(int total, int wanted, long seed) {
        return new Sample(total, wanted, seed);
    }

    /** Whether the list's element at this index is picked. Selection sampling (Knuth 3.4.2 S). */
    @Override
    public boolean test(int index) {
        if (wanted > 0 && random.nextInt(total - index) < wanted) {
            wanted--;
            return true;
        }
        return false;
    }
}

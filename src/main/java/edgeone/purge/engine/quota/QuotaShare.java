package edgeone.purge.engine.quota;

import java.util.List;

/**
 * What of some batches a quota takes, in their order.
 *
 * @param whole how many batches fit, from the first on
 * @param part how many targets of the batch after those fit as well; 0 where none do
 * @param targets how many targets that is together
 */
public record QuotaShare(int whole, int part, long targets) {

    /**
     * Shares out what is left.
     *
     * @param sizes targets of each batch, at least 1 each
     * @param left targets the quota still takes; nothing fits where it is 0 or less
     */
    public static QuotaShare of(List<Integer> sizes, long left) {
        long taken = 0;
        for (int i = 0; i < sizes.size(); i++) {
            long rest = left - taken;
            if (sizes.get(i) > rest) {
                int part = (int) Math.max(0, rest);
                return new QuotaShare(i, part, taken + part);
            }
            taken += sizes.get(i);
        }
        return new QuotaShare(sizes.size(), 0, taken);
    }
}

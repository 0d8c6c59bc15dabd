package edgeone.purge.engine.plan;

import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * What a prefetch after a purge costs, as things are now. Pure.
 *
 * @param urls how many it takes if all of them are purged; each costs one of the day's quota
 * @param left how many the quota takes today; null if EdgeOne does not say
 * @param unmade why nothing will be prefetched; null if something will
 */
public record NextPrefetch(int urls, @Nullable Long left, @Nullable Unmade unmade) {
    /**
     * After a purge.
     *
     * @param quotas of the zone; empty if they could not be read
     */
    public static NextPrefetch of(Plan purge, List<Quota> quotas) {
        int urls = purge.targets();
        Optional<Quota> quota =
                quotas.stream()
                        .filter(q -> q.type().equals(PurgeType.PREFETCH.wireName()))
                        .findFirst();
        Long left = quota.map(Quota::available).orElse(null);
        if (quota.isPresent() && !quota.get().grantsAny()) {
            return new NextPrefetch(urls, left, Unmade.NOT_IN_PLAN);
        }
        return new NextPrefetch(urls, left, left != null && left < urls ? Unmade.QUOTA : null);
    }

    /** How many the quota takes afterwards; null if that is not known or nothing is prefetched. */
    public @Nullable Long after() {
        return left == null || unmade != null ? null : left - urls;
    }
}

package edgeone.purge.engine.zones;

import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.HostedLine;
import edgeone.purge.targets.TargetLines;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is to be purged in whatever zones it belongs to.
 *
 * @param type of targets that have a host
 * @param method null for EdgeOne's default
 * @param lines what was given
 * @param tagDomains as a draft of one zone has them
 * @param skipProblems skip lines that cannot be sent; otherwise one such line refuses all zones
 * @param cleaning what is done to the lines beyond reading them as they are written
 * @param fit keep, in each zone, what today's quota does not take of its share
 * @param prefetch how a prefetch fetches; {@link PrefetchOptions#NONE} for a purge
 */
public record SplitDraft(
        PurgeType type,
        @Nullable PurgeMethod method,
        List<HostedLine> lines,
        List<String> tagDomains,
        boolean skipProblems,
        Cleaning cleaning,
        boolean fit,
        PrefetchOptions prefetch) {
    public SplitDraft {
        lines = List.copyOf(lines);
        tagDomains = List.copyOf(tagDomains);
    }

    /**
     * Reads the lines for their hosts.
     *
     * @throws IllegalArgumentException for a type whose targets have no host
     */
    public static SplitDraft of(
            PurgeType type,
            @Nullable PurgeMethod method,
            TargetLines lines,
            List<String> tagDomains,
            boolean skipProblems,
            Cleaning cleaning,
            boolean fit,
            PrefetchOptions prefetch) {
        return new SplitDraft(
                type,
                method,
                HostedLine.read(type, lines, cleaning.takesFixes()),
                tagDomains,
                skipProblems,
                cleaning,
                fit,
                prefetch);
    }

    /** The part of it that goes to one zone. */
    PurgeDraft of(Zone zone, TargetLines share) {
        return new PurgeDraft(
                zone, type, method, share, tagDomains, skipProblems, cleaning, fit, prefetch);
    }
}

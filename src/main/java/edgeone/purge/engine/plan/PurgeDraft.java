package edgeone.purge.engine.plan;

import edgeone.purge.model.Job;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.TargetLines;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the user asks for, before it is planned.
 *
 * @param method null for EdgeOne's default
 * @param targets the targets, one a line; null where none were given at all, as a whole-zone purge
 *     requires
 * @param tagDomains optional domains of a cache-tag purge
 * @param skipProblems skip lines that cannot be sent; otherwise one such line refuses the whole
 *     list
 * @param cleaning what is done to the lines beyond reading them as they are written
 * @param fit keep what today's quota does not take for later; otherwise too small a quota refuses
 *     the whole list
 * @param prefetch how a prefetch fetches; {@link PrefetchOptions#NONE} for a purge
 */
public record PurgeDraft(
        Zone zone,
        PurgeType type,
        @Nullable PurgeMethod method,
        @Nullable TargetLines targets,
        List<String> tagDomains,
        boolean skipProblems,
        Cleaning cleaning,
        boolean fit,
        PrefetchOptions prefetch) {
    public PurgeDraft {
        tagDomains = List.copyOf(tagDomains);
    }

    /** Targets of a job once more: in the same zone, with its type, method and options. */
    public static PurgeDraft again(Job job, List<String> targets) {
        return new PurgeDraft(
                        new Zone(job.zoneId(), job.zoneName(), "", "", "", false),
                        job.type(),
                        job.method(),
                        job.type() == PurgeType.ALL ? null : String.join("\n", targets),
                        job.tagDomains(),
                        false)
                .prefetching(job.prefetch());
    }

    /** The same, keeping what today's quota does not take. */
    public PurgeDraft fitted() {
        return new PurgeDraft(
                zone, type, method, targets, tagDomains, skipProblems, cleaning, true, prefetch);
    }

    /** The same, fetching so. */
    public PurgeDraft prefetching(PrefetchOptions options) {
        return new PurgeDraft(
                zone, type, method, targets, tagDomains, skipProblems, cleaning, fit, options);
    }

    /** As EdgeOne fetches if nothing is said. */
    public PurgeDraft(
            Zone zone,
            PurgeType type,
            @Nullable PurgeMethod method,
            @Nullable TargetLines targets,
            List<String> tagDomains,
            boolean skipProblems,
            Cleaning cleaning,
            boolean fit) {
        this(
                zone,
                type,
                method,
                targets,
                tagDomains,
                skipProblems,
                cleaning,
                fit,
                PrefetchOptions.NONE);
    }

    /** All of it now, or nothing. */
    public PurgeDraft(
            Zone zone,
            PurgeType type,
            @Nullable PurgeMethod method,
            @Nullable TargetLines targets,
            List<String> tagDomains,
            boolean skipProblems,
            Cleaning cleaning) {
        this(zone, type, method, targets, tagDomains, skipProblems, cleaning, false);
    }

    /** Targets as pasted, every line as it is written. */
    public PurgeDraft(
            Zone zone,
            PurgeType type,
            @Nullable PurgeMethod method,
            @Nullable String text,
            List<String> tagDomains,
            boolean skipProblems) {
        this(
                zone,
                type,
                method,
                text == null ? null : TargetLines.of(text),
                tagDomains,
                skipProblems,
                Cleaning.NONE);
    }
}

package edgeone.purge.engine.plan;

import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * The batches a job will be cut into, with what they cost.
 *
 * @param method as it will be sent; null where none was chosen or EdgeOne decides
 * @param list what was read from the text
 * @param batches the targets of each request, in order; for a whole-zone purge one empty batch
 * @param duration what sending takes at the rate limit, at the least
 * @param quotaLeft targets left today before this purge; null where unknown
 * @param refusals why it cannot be submitted; empty where it can
 */
public record Plan(
        Zone zone,
        PurgeType type,
        @Nullable PurgeMethod method,
        List<String> tagDomains,
        TargetList list,
        List<List<String>> batches,
        Duration duration,
        @Nullable Long quotaLeft,
        List<Warning> warnings,
        List<Refusal> refusals) {
    public Plan {
        tagDomains = List.copyOf(tagDomains);
        batches = List.copyOf(batches);
        warnings = List.copyOf(warnings);
        refusals = List.copyOf(refusals);
    }

    /** Distinct targets that will be sent; the zone itself counts as one. */
    public int targets() {
        return type == PurgeType.ALL ? 1 : list.targets().size();
    }

    /** Whether both send the same; what is left today or is warned of may differ. */
    public boolean sendsTheSameAs(Plan other) {
        return zone.zoneId().equals(other.zone.zoneId())
                && type == other.type
                && method == other.method
                && tagDomains.equals(other.tagDomains)
                && batches.equals(other.batches);
    }

    public boolean sendable() {
        return refusals.isEmpty();
    }

    /** Targets left today after this purge; null where unknown. */
    public @Nullable Long quotaAfter() {
        return quotaLeft == null ? null : Math.max(0, quotaLeft - targets());
    }

    /** What the admin should know before sending. */
    public enum Warning {
        /** The zone's domains could not be read: hosts are checked against its name only. */
        HOSTS_BY_SUFFIX,
        /** Neither domains nor the zone's name are known: hosts are not checked. */
        HOSTS_UNCHECKED,
        /** The quota could not be read: EdgeOne's documented ceilings are used. */
        QUOTA_UNREADABLE,
        /** EdgeOne lists no quota for this type; the plan may not include it. */
        QUOTA_NOT_LISTED,
        /** The zone is locked or not active. */
        ZONE_NOT_ACTIVE,
        /** The targets look as if their file was read in a wrong encoding. */
        ODD_CHARACTERS
    }

    /** Why a plan cannot be submitted. */
    public sealed interface Refusal {
        /** No target was given, or none is left. */
        record NoTargets() implements Refusal {}

        /** Lines cannot be sent, and leaving them out was not asked for. */
        record Problems(int count) implements Refusal {}

        /** A whole-zone purge takes no targets; this must not be guessed around. */
        record TargetsForWholeZone() implements Refusal {}

        /** EdgeOne decides the method of this type; giving one is refused. */
        record MethodNotTaken() implements Refusal {}

        /** Domains were given for another type than cache tags. */
        record DomainsNotTaken() implements Refusal {}

        /** A domain of a cache-tag purge is not one. */
        record BadDomain(String domain) implements Refusal {}

        /** A domain of a cache-tag purge is none of the zone's. */
        record ForeignDomain(String domain) implements Refusal {}

        /** Not enough is left today. */
        record QuotaTooSmall(long available, long needed) implements Refusal {}
    }
}

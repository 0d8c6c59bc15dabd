package edgeone.purge.engine.plan;

import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The batches a job will be split into, and their cost.
 *
 * @param method as it will be sent; null if none was chosen or EdgeOne decides
 * @param list the lines read from the text
 * @param batches the targets of each request, in order; for a whole-zone purge one empty batch
 * @param duration the minimum time sending takes at the rate limit, without what is kept
 * @param quotaLeft targets left today before this purge; null if unknown
 * @param quotaReadAt when that was read, by this machine's clock; null if unknown
 * @param fit whether what the quota does not take is kept
 * @param later how many targets, the last ones, are kept until the quota takes them
 * @param prefetch how a prefetch fetches
 * @param refusals why it cannot be submitted; empty if it can
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
        @Nullable Instant quotaReadAt,
        boolean fit,
        int later,
        PrefetchOptions prefetch,
        List<Warning> warnings,
        List<Refusal> refusals) {
    public Plan {
        tagDomains = List.copyOf(tagDomains);
        batches = List.copyOf(batches);
        warnings = List.copyOf(warnings);
        refusals = List.copyOf(refusals);
    }

    /** A purge that is sent whole. */
    public Plan(
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
        this(
                zone,
                type,
                method,
                tagDomains,
                list,
                batches,
                duration,
                quotaLeft,
                null,
                false,
                0,
                PrefetchOptions.NONE,
                warnings,
                refusals);
    }

    /** Distinct targets of the job, sent now or later; the zone itself counts as one. */
    public int targets() {
        return type == PurgeType.ALL ? 1 : list.targets().size();
    }

    /** Targets that are sent now. */
    public int fits() {
        return targets() - later;
    }

    /** How many of the batches, the first ones, are sent now. */
    public int batchesNow() {
        if (type == PurgeType.ALL) {
            return fits();
        }
        int n = 0;
        for (int sent = 0; sent < fits(); n++) {
            sent += batches.get(n).size();
        }
        return n;
    }

    /** Whether both send the same; remaining quota and warnings may differ. */
    public boolean sendsTheSameAs(Plan other) {
        return zone.zoneId().equals(other.zone.zoneId())
                && type == other.type
                && method == other.method
                && tagDomains.equals(other.tagDomains)
                && later == other.later
                && prefetch.equals(other.prefetch)
                && batches.equals(other.batches);
    }

    public boolean sendable() {
        return refusals.isEmpty();
    }

    /** Targets left today after this purge; null if unknown. */
    public @Nullable Long quotaAfter() {
        return quotaLeft == null ? null : Math.max(0, quotaLeft - fits());
    }

    /** What the user should know before sending. */
    public enum Warning {
        /** The zone's domains could not be read: hosts are checked against its name only. */
        HOSTS_BY_SUFFIX,
        /** Neither domains nor the zone's name are known: hosts are not checked. */
        HOSTS_UNCHECKED,
        /** The quota could not be read: EdgeOne's documented maximums are used. */
        QUOTA_UNREADABLE,
        /** EdgeOne lists no quota for this type; the plan may not include it. */
        QUOTA_NOT_LISTED,
        /** EdgeOne does not tell what is left of the quota of {@link PrefetchOptions.Mode#EDGE}. */
        EDGE_QUOTA_UNKNOWN,
        /** Each segment costs quota, and EdgeOne leaves out those it does not take. */
        SEGMENTS_COST_QUOTA,
        /** The zone is locked or not active. */
        ZONE_NOT_ACTIVE,
        /** The targets look as if their file was read in the wrong encoding. */
        ODD_CHARACTERS
    }

    /** Why a plan cannot be submitted. */
    public sealed interface Refusal {
        /** No target was given, or none remains. */
        record NoTargets() implements Refusal {}

        /** Some lines cannot be sent, and skipping them was not requested. */
        record Problems(int count) implements Refusal {}

        /**
         * Targets were given for a whole-zone purge, which takes none; they must not be ignored.
         */
        record TargetsForWholeZone() implements Refusal {}

        /** EdgeOne decides the method of this type; giving one is refused. */
        record MethodNotTaken() implements Refusal {}

        /** Domains were given for a type other than cache tags. */
        record DomainsNotTaken() implements Refusal {}

        /** A domain of a cache-tag purge is not a valid domain. */
        record BadDomain(String domain) implements Refusal {}

        /** A domain of a cache-tag purge is not in the zone. */
        record ForeignDomain(String domain) implements Refusal {}

        /** The zone's plan has no prefetch. */
        record PrefetchNotInPlan() implements Refusal {}

        /**
         * A header cannot be sent with a prefetch.
         *
         * @param number its place among the headers, from 1
         */
        record BadHeader(int number, String name, PrefetchOptions.HeaderProblem problem)
                implements Refusal {}

        /** Not enough quota is left today. */
        record QuotaTooSmall(long available, long needed) implements Refusal {}
    }
}

package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One submission by the user.
 *
 * @param id this program's own ID, unique in the journal
 * @param account the account's current name, or its last one if it was removed
 * @param accountId the account's ID, which does not change when it is renamed; null if an earlier
 *     version wrote the job and its account is not certain
 * @param keyFingerprint fingerprint of that account's SecretId; a job is only continued with the
 *     same one
 * @param endpoint where it was sent, as recorded in the journal
 * @param zoneId the zone
 * @param zoneName the zone's name when it was submitted; may be empty
 * @param method empty if EdgeOne decides
 * @param tagDomains domains of a cache-tag purge; empty if none were given
 * @param retryOf the job whose failures this one repeats
 * @param provenance who submitted it, where and why
 * @param prefetch how a prefetch fetches; {@link PrefetchOptions#NONE} for a purge
 * @param follows the purge whose targets this prefetches, once EdgeOne was done with it
 */
public record Job(
        String id,
        Instant createdAt,
        String account,
        @Nullable String accountId,
        String keyFingerprint,
        String endpoint,
        String zoneId,
        String zoneName,
        PurgeType type,
        @Nullable PurgeMethod method,
        List<String> tagDomains,
        @Nullable String retryOf,
        Provenance provenance,
        PrefetchOptions prefetch,
        @Nullable String follows) {
    public Job {
        tagDomains = List.copyOf(tagDomains);
    }

    /** A purge of which nothing more is known. */
    public Job(
            String id,
            Instant createdAt,
            String account,
            @Nullable String accountId,
            String keyFingerprint,
            String endpoint,
            String zoneId,
            String zoneName,
            PurgeType type,
            @Nullable PurgeMethod method,
            List<String> tagDomains,
            @Nullable String retryOf) {
        this(
                id,
                createdAt,
                account,
                accountId,
                keyFingerprint,
                endpoint,
                zoneId,
                zoneName,
                type,
                method,
                tagDomains,
                retryOf,
                Provenance.UNKNOWN,
                PrefetchOptions.NONE,
                null);
    }

    /** The same job, and where it comes from. */
    public Job from(Provenance known) {
        return with(known, prefetch, follows);
    }

    /** The same job, fetching so. */
    public Job prefetching(PrefetchOptions options) {
        return with(provenance, options, follows);
    }

    /** The same job, as what follows a purge; null for none. */
    public Job following(@Nullable String purge) {
        return with(provenance, prefetch, purge);
    }

    private Job with(Provenance known, PrefetchOptions options, @Nullable String purge) {
        return new Job(
                id,
                createdAt,
                account,
                accountId,
                keyFingerprint,
                endpoint,
                zoneId,
                zoneName,
                type,
                method,
                tagDomains,
                retryOf,
                known,
                options,
                purge);
    }

    /** The job this one comes from: that whose failures it repeats, or the purge it follows. */
    public @Nullable String parent() {
        return follows == null ? retryOf : follows;
    }

    /** The method EdgeOne uses: its default if none was chosen, null if the type decides. */
    public @Nullable PurgeMethod methodInEffect() {
        if (!type.takesMethod()) {
            return null;
        }
        return method == null ? PurgeMethod.INVALIDATE : method;
    }
}

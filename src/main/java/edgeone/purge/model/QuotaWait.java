package edgeone.purge.model;

import java.time.Instant;

/**
 * What of a job waits for quota.
 *
 * @param targets how many, at least 1
 * @param from when EdgeOne is expected to grant new quota
 */
public record QuotaWait(int targets, Instant from) {

    /** Both together, until the first of them may be sent. */
    public QuotaWait and(QuotaWait other) {
        return new QuotaWait(
                targets + other.targets, from.isBefore(other.from) ? from : other.from);
    }
}

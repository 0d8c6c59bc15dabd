package edgeone.purge.model.query;

import edgeone.purge.model.JobSummary;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.step.Step;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What the journal says of a job before its batches, requests and targets are listed.
 *
 * @param firstSentAt when its first request that purges was sent; null if none was
 * @param retries IDs of the jobs that retried it, the oldest first
 * @param mark the newest entry of the chain about it; null only in a journal that was tampered with
 * @param head the newest entry of the chain; null only in a journal that was tampered with
 * @param verification how far its verification is; null if it is not to be verified
 * @param steps what it goes through, in its order
 */
public record JobRecord(
        JobSummary summary,
        @Nullable Instant firstSentAt,
        List<String> retries,
        @Nullable Mark mark,
        @Nullable Mark head,
        @Nullable Verification verification,
        List<Step> steps) {
    public JobRecord {
        retries = List.copyOf(retries);
        steps = List.copyOf(steps);
    }

    /**
     * An entry of the chain.
     *
     * @param n its number, from 1
     * @param at when it was written, by this machine's clock
     * @param hash in lower-case hex
     */
    public record Mark(long n, Instant at, String hash) {}
}

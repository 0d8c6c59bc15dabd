package edgeone.purge.model.stats;

import java.time.Duration;

/**
 * How long jobs took from their submission until their last outcome was known. Counts the jobs that
 * have ended and of which EdgeOne processed at least one target. Times are to a tenth of a second.
 *
 * @param jobs how many; at least one
 * @param median what half of them did not exceed
 * @param most what 95 % of them did not exceed
 */
public record DoneTime(long jobs, Duration median, Duration most) {}

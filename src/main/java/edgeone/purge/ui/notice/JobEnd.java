package edgeone.purge.ui.notice;

import edgeone.purge.model.JobSummary;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A job this window was at work on has ended, or is no longer followed.
 *
 * @param summary as it was then; null where an error ended it before it had one
 * @param took how long the window was at work on it
 */
public record JobEnd(String jobId, @Nullable JobSummary summary, Duration took) {}

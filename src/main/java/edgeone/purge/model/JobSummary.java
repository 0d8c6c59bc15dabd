package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A job as the history shows it.
 *
 * @param endedAt when its last target became final; null while it runs
 * @param ownedElsewhere whether another running process is working on it
 * @param resumable whether batches wait to be sent or looked up and no running process owns them
 */
public record JobSummary(
        Job job,
        JobState state,
        TargetCounts targets,
        @Nullable Instant endedAt,
        boolean ownedElsewhere,
        boolean resumable) {}

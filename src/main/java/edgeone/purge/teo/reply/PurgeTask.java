package edgeone.purge.teo.reply;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One row of DescribePurgeTasks or DescribePrefetchTasks: one target of one EdgeOne job. Words are
 * EdgeOne's own, not interpreted.
 *
 * @param target may be empty for {@code purge_all}
 * @param method null if EdgeOne left it out
 * @param status {@code processing}, {@code success}, {@code failed}, {@code timeout}, {@code
 *     canceled}, {@code invalid} for a prefetch, or new words
 */
public record PurgeTask(
        String jobId,
        String target,
        String type,
        @Nullable String method,
        String status,
        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @Nullable String failType,
        @Nullable String failMessage) {}

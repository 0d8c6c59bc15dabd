package edgeone.purge.journal;

import edgeone.purge.model.BatchState;
import edgeone.purge.model.PurgeMethod;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A batch that EdgeOne may have, with what identifies it there.
 *
 * @param targets as sent; empty for a whole-zone purge
 * @param lookFrom EdgeOne's clock at its earliest unsettled send, as early as it can have been
 * @param likelySent the same, as the best estimate at that send
 * @param closedAt this machine's clock when its connection was known to be closed; null while it is
 *     open
 * @param mediaSegments whether EdgeOne may list more than its targets: segments of playlists
 */
public record OpenBatch(
        String jobId,
        int n,
        BatchState state,
        @Nullable PurgeMethod method,
        List<String> targets,
        Instant lookFrom,
        Instant likelySent,
        @Nullable Instant closedAt,
        int attempts,
        boolean mediaSegments) {
    public OpenBatch {
        targets = List.copyOf(targets);
    }

    /** One of which EdgeOne lists its targets at most. */
    public OpenBatch(
            String jobId,
            int n,
            BatchState state,
            @Nullable PurgeMethod method,
            List<String> targets,
            Instant lookFrom,
            Instant likelySent,
            @Nullable Instant closedAt,
            int attempts) {
        this(jobId, n, state, method, targets, lookFrom, likelySent, closedAt, attempts, false);
    }

    /** Names the batch across jobs. */
    public Ref ref() {
        return new Ref(jobId, n);
    }

    /** A batch of a job. */
    public record Ref(String jobId, int n) {}
}

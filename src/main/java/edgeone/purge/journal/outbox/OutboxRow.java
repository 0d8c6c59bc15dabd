package edgeone.purge.journal.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A target with what became of it.
 *
 * @param position from 1
 */
public record OutboxRow(
        int position,
        int batch,
        String target,
        String state,
        @Nullable String code,
        @Nullable String reason) {}

package edgeone.purge.engine.release;

import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Exactly what would be sent.
 *
 * @param endpoint as recorded with jobs
 * @param method null if none was chosen or EdgeOne decides
 * @param targets in order; none for a whole zone
 */
public record WidePurge(
        String endpoint,
        Zone zone,
        PurgeType type,
        @Nullable PurgeMethod method,
        List<String> targets) {
    public WidePurge {
        targets = List.copyOf(targets);
    }
}

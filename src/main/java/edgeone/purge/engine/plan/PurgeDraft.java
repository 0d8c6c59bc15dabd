package edgeone.purge.engine.plan;

import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the user asks for, before it is planned.
 *
 * @param method null for EdgeOne's default
 * @param text the targets as pasted, one per line; null if none were given at all, as a whole-zone
 *     purge requires
 * @param tagDomains optional domains of a cache-tag purge
 * @param skipProblems skip lines that cannot be sent; otherwise one such line refuses the whole
 *     list
 */
public record PurgeDraft(
        Zone zone,
        PurgeType type,
        @Nullable PurgeMethod method,
        @Nullable String text,
        List<String> tagDomains,
        boolean skipProblems) {
    public PurgeDraft {
        tagDomains = List.copyOf(tagDomains);
    }
}

package edgeone.purge.teo;

import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The parameters of one CreatePurgeTask.
 *
 * @param method null if it must not be sent
 * @param targets empty only for {@link PurgeType#ALL}
 * @param tagDomains sent as {@code CacheTag.Domains} unless empty
 */
public record PurgeOrder(
        String zoneId,
        PurgeType type,
        @Nullable PurgeMethod method,
        List<String> targets,
        List<String> tagDomains) {
    public PurgeOrder {
        targets = List.copyOf(targets);
        tagDomains = List.copyOf(tagDomains);
        if (targets.isEmpty() != (type == PurgeType.ALL)) {
            throw new IllegalArgumentException("every type except purge_all requires targets");
        }
        if (method != null && !type.takesMethod()) {
            throw new IllegalArgumentException("no method may be given for " + type.wireName());
        }
        if (zoneId.isBlank() || zoneId.equals("*")) {
            throw new IllegalArgumentException("exactly one zone ID is required");
        }
    }

    /** The body of the request: JSON in UTF-8, as it is sent. */
    public byte[] body() {
        return RequestBodies.createPurgeTask(this);
    }
}

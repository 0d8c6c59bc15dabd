package edgeone.purge.teo;

import edgeone.purge.model.Job;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The parameters of one CreatePurgeTask, or of one CreatePrefetchTask for {@link
 * PurgeType#PREFETCH}.
 *
 * @param method null if it must not be sent
 * @param targets empty only for {@link PurgeType#ALL}
 * @param tagDomains sent as {@code CacheTag.Domains} unless empty
 * @param prefetch sent with a prefetch, as far as it is not EdgeOne's default
 */
public record PurgeOrder(
        String zoneId,
        PurgeType type,
        @Nullable PurgeMethod method,
        List<String> targets,
        List<String> tagDomains,
        PrefetchOptions prefetch) {
    public PurgeOrder {
        targets = List.copyOf(targets);
        tagDomains = List.copyOf(tagDomains);
        if (targets.isEmpty() != (type == PurgeType.ALL)) {
            throw new IllegalArgumentException("every type except purge_all requires targets");
        }
        if (method != null && !type.takesMethod()) {
            throw new IllegalArgumentException("no method may be given for " + type.wireName());
        }
        if (!type.isPrefetch() && !prefetch.equals(PrefetchOptions.NONE)) {
            throw new IllegalArgumentException("a purge fetches nothing");
        }
        if (prefetch.headers().stream().anyMatch(h -> h.problem().isPresent())) {
            throw new IllegalArgumentException("a header cannot be sent");
        }
        if (zoneId.isBlank() || zoneId.equals("*")) {
            throw new IllegalArgumentException("exactly one zone ID is required");
        }
    }

    /** A purge. */
    public PurgeOrder(
            String zoneId,
            PurgeType type,
            @Nullable PurgeMethod method,
            List<String> targets,
            List<String> tagDomains) {
        this(zoneId, type, method, targets, tagDomains, PrefetchOptions.NONE);
    }

    /**
     * One batch of a job.
     *
     * @param targets those of the batch; not looked at for the whole zone
     */
    public static PurgeOrder of(Job job, List<String> targets) {
        return new PurgeOrder(
                job.zoneId(),
                job.type(),
                job.method(),
                job.type() == PurgeType.ALL ? List.of() : targets,
                job.tagDomains(),
                job.prefetch());
    }

    /** The action that takes it. */
    public String action() {
        return TaskKind.of(type).create();
    }

    /** The body of the request: JSON in UTF-8, as it is sent. */
    public byte[] body() {
        return type.isPrefetch()
                ? RequestBodies.createPrefetchTask(this)
                : RequestBodies.createPurgeTask(this);
    }
}

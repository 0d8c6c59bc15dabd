package edgeone.purge.commandline;

import edgeone.purge.model.Job;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a command line says of a purge, without its targets.
 *
 * @param method null for EdgeOne's default
 * @param fit whether it keeps what today's quota does not take
 * @param note why; empty for none
 * @param prefetch how a prefetch fetches; {@link PrefetchOptions#NONE} for a purge
 * @param around what is done before and after it
 */
public record FormLine(
        SentBy by,
        String zoneId,
        PurgeType type,
        @Nullable PurgeMethod method,
        List<String> tagDomains,
        boolean fit,
        String note,
        PrefetchOptions prefetch,
        AroundLine around) {
    public FormLine {
        tagDomains = List.copyOf(tagDomains);
    }

    static FormLine of(Job job) {
        return new FormLine(
                SentBy.of(job),
                job.zoneId(),
                job.type(),
                job.method(),
                job.tagDomains(),
                false,
                "",
                job.prefetch(),
                AroundLine.NOTHING);
    }
}

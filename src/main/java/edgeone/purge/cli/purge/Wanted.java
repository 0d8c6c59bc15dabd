package edgeone.purge.cli.purge;

import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.zones.SplitDraft;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.TargetLines;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What is to be purged, wherever that is; see {@link PurgeDraft}.
 *
 * @param lines null if none were given at all
 * @param recipe the name of the recipe it is from; null if it is from none
 * @param read what the JSON says of how it was read
 */
record Wanted(
        PurgeType type,
        @Nullable PurgeMethod method,
        @Nullable TargetLines lines,
        List<String> tagDomains,
        boolean skipProblems,
        Cleaning cleaning,
        boolean fit,
        @Nullable String recipe,
        PrefetchOptions prefetch,
        Map<String, Object> read) {
    Wanted {
        tagDomains = List.copyOf(tagDomains);
        read = Map.copyOf(read);
    }

    PurgeDraft in(Zone zone) {
        return new PurgeDraft(
                zone, type, method, lines, tagDomains, skipProblems, cleaning, fit, prefetch);
    }

    /** In whatever zones it belongs to. */
    SplitDraft sorted() {
        return SplitDraft.of(
                type,
                method,
                lines == null ? TargetLines.of("") : lines,
                tagDomains,
                skipProblems,
                cleaning,
                fit,
                prefetch);
    }
}

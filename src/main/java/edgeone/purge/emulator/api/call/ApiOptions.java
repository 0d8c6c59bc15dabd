package edgeone.purge.emulator.api.call;

import java.time.Duration;
import java.util.List;

/**
 * How the API behaves.
 *
 * @param latency how long each reply takes, about half of it before the request is carried out
 * @param processing how long until the last row of a job is final
 * @param visibilityLag how long a new job stays unlisted
 * @param anyScopeService whether the signature's scope may name any service, as SDKs that derive it
 *     from the endpoint do
 * @param cacheTagMayBeMissing whether a tag purge may leave {@code CacheTag} out
 * @param rateOfAccount whether all keys share the request rate
 */
public record ApiOptions(
        List<ApiKey> keys,
        Duration latency,
        Duration processing,
        Duration visibilityLag,
        boolean anyScopeService,
        boolean cacheTagMayBeMissing,
        boolean rateOfAccount) {
    public ApiOptions {
        keys = List.copyOf(keys);
    }
}

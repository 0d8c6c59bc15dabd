package edgeone.purge.emulator.api.call;

import org.jspecify.annotations.Nullable;

/**
 * A key the emulator knows.
 *
 * @param token the required {@code X-TC-Token} of a temporary key; null for a permanent one
 */
public record ApiKey(String secretId, String secretKey, @Nullable String token) {
    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "ApiKey[" + secretId + "]";
    }
}

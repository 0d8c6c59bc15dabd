package edgeone.purge.teo;

import org.jspecify.annotations.Nullable;

/**
 * A key pair. Never printed: {@link #toString()} shows no part of it but the fingerprint of the id.
 *
 * @param token session token of temporary keys; null for permanent ones
 */
public record Credentials(String secretId, String secretKey, @Nullable String token) {

    @Override
    public String toString() {
        return "Credentials[" + Fingerprint.of(secretId) + "]";
    }
}

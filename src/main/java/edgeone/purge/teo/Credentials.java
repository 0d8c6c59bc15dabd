package edgeone.purge.teo;

import org.jspecify.annotations.Nullable;

/**
 * A key pair. Never printed: {@link #toString()} shows only the fingerprint of the ID.
 *
 * @param token session token of temporary keys; null for permanent ones
 */
public record Credentials(String secretId, String secretKey, @Nullable String token) {
    /**
     * @throws IllegalArgumentException for an empty ID or key, or an ID or token with a character
     *     not allowed in a header; the message shows none of them
     */
    public Credentials {
        if (secretId.isEmpty() || secretKey.isEmpty()) {
            throw new IllegalArgumentException("empty SecretId or SecretKey");
        }
        if (!isVisible(secretId) || (token != null && !isVisible(token))) {
            throw new IllegalArgumentException("blank or non-ASCII character in SecretId or token");
        }
    }

    private static boolean isVisible(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Override
    public String toString() {
        return "Credentials[" + Fingerprint.of(secretId) + "]";
    }
}

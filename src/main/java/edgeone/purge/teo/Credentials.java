package edgeone.purge.teo;

import org.jspecify.annotations.Nullable;

/**
 * A key pair. Never printed: {@link #toString()} shows no part of it but the fingerprint of the id.
 *
 * @param token session token of temporary keys; null for permanent ones
 */
public record Credentials(String secretId, String secretKey, @Nullable String token) {
    /**
     * @throws IllegalArgumentException for an empty id or key, or an id or token with a sign that
     *     no header may hold; the message shows none of them
     */
    public Credentials {
        if (secretId.isEmpty() || secretKey.isEmpty()) {
            throw new IllegalArgumentException("a SecretId or a SecretKey is empty");
        }
        if (!isVisible(secretId) || (token != null && !isVisible(token))) {
            throw new IllegalArgumentException("a SecretId or a token holds blanks or non-ASCII");
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

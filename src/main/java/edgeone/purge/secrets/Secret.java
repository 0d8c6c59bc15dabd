package edgeone.purge.secrets;

import edgeone.purge.teo.Credentials;

import org.jspecify.annotations.Nullable;

/**
 * A SecretKey and its token, if any. Holds its own copy of the characters, which {@link #close}
 * wipes; never shown or compared.
 */
public final class Secret implements AutoCloseable {
    private final char[] key;
    private final char @Nullable [] token;

    /** Copies the arrays; the caller wipes its own. */
    public Secret(char[] key, char @Nullable [] token) {
        this.key = key.clone();
        this.token = token == null ? null : token.clone();
    }

    /** A copy, for the caller to wipe. */
    public char[] key() {
        return key.clone();
    }

    /** A copy, for the caller to wipe; null for permanent keys. */
    public char @Nullable [] token() {
        return token == null ? null : token.clone();
    }

    public boolean hasToken() {
        return token != null;
    }

    public Secret copy() {
        return new Secret(key, token);
    }

    /** The credentials the client signs with; as strings, they stay in memory until collected. */
    public Credentials credentials(String secretId) {
        return new Credentials(
                secretId, String.valueOf(key), token == null ? null : String.valueOf(token));
    }

    @Override
    public void close() {
        Wipe.chars(key);
        Wipe.chars(token);
    }

    @Override
    public String toString() {
        return "Secret[" + (token == null ? "key" : "key and token") + "]";
    }
}

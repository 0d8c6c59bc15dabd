package edgeone.purge.teo.error;

/**
 * Removes secrets from what others sent before it is shown, logged or stored: a gateway, a proxy or
 * a custom endpoint may echo what it was sent. Thread-safe.
 */
public interface SecretCover {
    /** Covers nothing; for keys that are not real, as in tests. */
    SecretCover NONE =
            new SecretCover() {
                @Override
                public String words(String text) {
                    return text;
                }

                @Override
                public String value(String text) {
                    return text;
                }
            };

    /** Returns text for people without any secret. */
    String words(String text);

    /**
     * Returns a value that is compared with others, like a target or an ID, without what can only
     * be a secret.
     */
    String value(String text);
}

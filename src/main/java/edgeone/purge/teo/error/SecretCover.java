package edgeone.purge.teo.error;

/**
 * Takes secrets out of what others sent, before it is shown, logged or kept: a gateway, a proxy or
 * an own endpoint may repeat in an answer what it was sent. May be asked from any thread.
 */
public interface SecretCover {
    /** Covers nothing; for keys that are none, like those of a test. */
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

    /** Text for people, without any secret. */
    String words(String text);

    /**
     * A value that is compared with others, like a target or an id: only what can be nothing but a
     * secret is taken out.
     */
    String value(String text);
}

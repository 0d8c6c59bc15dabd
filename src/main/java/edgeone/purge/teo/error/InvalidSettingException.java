package edgeone.purge.teo.error;

import java.util.Locale;

/** A setting of the client that cannot be used; nothing was sent. */
public final class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What is wrong; {@link ErrorText} explains it to the user. */
    public enum Problem {
        ENDPOINT_EMPTY,
        ENDPOINT_NOT_A_URL,
        /** Plain http to another machine would expose requests on the network. */
        ENDPOINT_PLAIN_HTTP,
        ENDPOINT_USER_INFO,
        /** A path, a query or a fragment. */
        ENDPOINT_PATH,
        CA_FILE_UNREADABLE,
        CA_FILE_WITHOUT_CERTIFICATE,
        TIMEOUT_NOT_POSITIVE,
        PROXY_PORT,
        PROXY_HOST;

        /** Its name in message keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Problem problem;
    private final String value;

    public InvalidSettingException(Problem problem, String value) {
        super(problem.key() + ": " + value);
        this.problem = problem;
        this.value = value;
    }

    public Problem problem() {
        return problem;
    }

    /** The rejected value, without the user info of a URL. */
    public String value() {
        return value;
    }
}

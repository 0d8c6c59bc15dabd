package edgeone.purge.requests;

/** Why a request cannot be saved or read. */
public enum RequestProblem {
    NAME_BLANK,
    NAME_TOO_LONG,
    NAME_ODD,
    NAME_TAKEN,
    ACTION_ODD,
    NOT_JSON,
    SECRET,
    NO_SUCH_REQUEST,
    BOOK_FULL,
    BOOK_NEWER;

    /** The message that says what is wrong and what to do. */
    public String messageKey() {
        return "requests.problem." + name();
    }
}

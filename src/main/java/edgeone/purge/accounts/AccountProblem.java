package edgeone.purge.accounts;

import java.util.Locale;

/** What can be wrong with the details of an account. Texts: {@code accounts.problem.…}. */
public enum AccountProblem {
    NAME_BLANK,
    NAME_PADDED,
    NAME_TOO_LONG,
    NAME_ODD,
    /** Taken by another account, ignoring case. */
    NAME_TAKEN,
    /** {@code demo} and {@code environment} are reserved. */
    NAME_RESERVED,
    ENDPOINT_NOT_URL,
    /** User, path, query or fragment. */
    ENDPOINT_HAS_MORE,
    /** {@code http} to another machine. */
    ENDPOINT_NOT_SAFE,
    ID_BLANK,
    ID_PADDED,
    ID_ODD,
    /** It looks like a SecretKey. */
    ID_IS_A_KEY,
    KEY_BLANK,
    KEY_PADDED,
    KEY_ODD,
    /** It looks like a SecretId. */
    KEY_IS_AN_ID,
    TOKEN_BLANK,
    TOKEN_PADDED,
    TOKEN_ODD,
    /** The token has expired. */
    TOKEN_EXPIRED,
    NO_SUCH_ACCOUNT,
    /** There are accounts, but none is the default and none was named. */
    NO_DEFAULT,
    /** An endpoint was given, but no key to sign with. */
    NO_KEY_FOR_ENDPOINT,
    /** Only some of the environment's variables are set. */
    ENVIRONMENT_HALF_SET,
    /** The store has no secret for the account; it must be entered again. */
    SECRET_MISSING,
    SAFETY_NAME_NOT_TYPED,
    SAFETY_NAME_MISTYPED,
    SAFETY_TIME_OUT_OF_BOUNDS;

    /** The key of its message. */
    public String key() {
        return "accounts.problem." + label();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

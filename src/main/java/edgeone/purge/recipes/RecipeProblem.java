package edgeone.purge.recipes;

/** Why a recipe cannot be saved, read or filled in. */
public enum RecipeProblem {
    NAME_BLANK,
    NAME_PADDED,
    NAME_TOO_LONG,
    NAME_ODD,
    NAME_NO_FILE,
    NAME_TAKEN,
    NO_SUCH_RECIPE,

    ZONE_MISSING,
    ZONE_ODD,
    PREFETCH,
    METHOD_NOT_TAKEN,
    NO_TARGETS,
    TARGETS_OF_WHOLE_ZONE,
    DOMAINS_NOT_TAKEN,
    LINE_BREAK,
    NOT_UNICODE,
    USER_INFO,
    TOO_MANY_LINES,
    TOO_LARGE,
    BAD_VARIABLE,
    BOOK_FULL,

    FILE_TOO_LARGE,
    NOT_JSON,
    NOT_A_RECIPE,
    NEWER,
    FIELD_MISSING,
    FIELD_ODD,
    BOOK_NEWER,

    UNSET,
    NO_SUCH_VARIABLE,
    VALUE_BLANK,
    VALUE_BREAKS_LINE,
    VALUE_WIDENS;

    /** The message that says what is wrong and what to do. */
    public String messageKey() {
        return "recipes.problem." + name();
    }
}

package edgeone.purge.api.value;

/** Why a text is not the JSON that is wanted. */
public enum JsonFault {
    /** It breaks the syntax of JSON. */
    SYNTAX,
    /** It ends too early. */
    CUT,
    /** It is JSON, but not one object. */
    NOT_AN_OBJECT,
    /** An object has two members of one name. */
    TWICE,
    /** A string holds half a surrogate pair, which no request can carry. */
    HALF_CHARACTER,
    /**
     * A number that clients do not agree on: a whole one of more than 64 bits, or no finite one.
     */
    NUMBER
}

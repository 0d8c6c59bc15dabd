package edgeone.purge.api;

/** What a field holds; a list of it where {@link ApiField#list()} says so. */
public enum FieldType {
    STRING("string"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    /** A string in ISO 8601 with an offset, such as {@code 2026-01-31T12:00:00Z}. */
    TIME("time"),
    OBJECT("object");

    private final String word;

    FieldType(String word) {
        this.word = word;
    }

    /** As in the description, and in the output of commands. */
    public String word() {
        return word;
    }
}

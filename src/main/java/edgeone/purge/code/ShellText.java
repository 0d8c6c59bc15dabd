package edgeone.purge.code;

/** A text as one word of a POSIX shell script. */
final class ShellText {
    private ShellText() {}

    /** The word, between single quotes, where nothing but their end has a meaning. */
    static String of(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

package edgeone.purge.targets;

/** Cuts text of unknown origin to what a message has room for. */
public final class Excerpt {
    private static final int LONGEST = 200;

    private Excerpt() {}

    /** The first 200 characters, unescaped; the caller makes them visible before showing them. */
    public static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, halved ? LONGEST - 1 : LONGEST) + "…";
    }
}

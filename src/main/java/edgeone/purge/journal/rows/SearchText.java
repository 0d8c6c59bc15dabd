package edgeone.purge.journal.rows;

/**
 * A text that jobs are searched for. Upper and lower case of ASCII letters are not told apart.
 *
 * <p>Texts of three characters and more are looked up by their trigrams; which of the rows found
 * really hold the text is checked after that, as trigrams may lie anywhere in a row. Shorter texts
 * have no trigram: their jobs are found by the characters they hold.
 */
public final class SearchText {
    /** More of them do not make a look-up any faster. */
    private static final int TRIGRAMS = 12;

    private static final int SHORTEST = 3;

    private final String text;

    public SearchText(String text) {
        this.text = text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether it can be looked up; FTS5 takes no NUL, which nothing in the journal holds. */
    public boolean hasTrigrams() {
        return text.indexOf('\0') < 0 && text.codePointCount(0, text.length()) >= SHORTEST;
    }

    /** As SQLite's {@code lower} folds it. {@code LIKE} would refuse a long text. */
    public String folded() {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append((char) folded(text.charAt(i)));
        }
        return folded.toString();
    }

    /** An FTS5 expression that every row with the text meets; there must be trigrams. */
    public String match() {
        int[] points = text.codePoints().toArray();
        int last = points.length - SHORTEST;
        int count = Math.min(TRIGRAMS, (points.length + SHORTEST - 1) / SHORTEST);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int at = count == 1 ? 0 : (int) ((long) last * i / (count - 1));
            String trigram = new String(points, at, SHORTEST);
            all.append(i == 0 ? "" : " AND ").append('"');
            all.append(trigram.replace("\"", "\"\"")).append('"');
        }
        return all.toString();
    }

    /** The bits that a job with the text has set among its {@code characters}. */
    public long bits() {
        return bits(text);
    }

    /** A bit for each character; different characters may share one. */
    public static long bits(String of) {
        long bits = 0;
        for (int i = 0; i < of.length(); i++) {
            char c = of.charAt(i);
            bits |= 1L << ((folded(c) * 0x9E3779B97F4A7C15L) >>> 58);
        }
        return bits;
    }

    private static int folded(char c) {
        return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
    }
}

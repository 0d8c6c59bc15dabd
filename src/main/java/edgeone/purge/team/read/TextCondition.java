package edgeone.purge.team.read;

/**
 * What jobs are searched for. As in the journal, upper and lower case of ASCII letters are not told
 * apart, and nothing stands for other characters.
 */
final class TextCondition {
    private final String text;
    private final String pattern;

    TextCondition(String text) {
        this.text = text;
        StringBuilder folded = new StringBuilder("%");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c == '_' || c == '\\') {
                folded.append('\\');
            }
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        pattern = folded.append('%').toString();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /**
     * Whether any job may hold it: PostgreSQL keeps neither a NUL nor half a character, and what is
     * searched is one line.
     */
    boolean isPossible() {
        return text.indexOf('\0') < 0
                && text.indexOf('\n') < 0
                && text.codePoints()
                        .noneMatch(
                                c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
    }

    /** A condition on {@code job} that begins with the text, by its index. */
    Query found() {
        return isPossible()
                ? Query.of(
                        "(job.id, job.created_at) IN (SELECT job_id, created_at FROM search WHERE"
                                + " text LIKE ?)",
                        pattern)
                : Query.of("false");
    }

    /** The same condition, looked up job by job. */
    Query held() {
        return Query.of(
                "(SELECT true FROM search WHERE job_id = job.id AND search.created_at ="
                        + " job.created_at AND text LIKE ? LIMIT 1)",
                pattern);
    }
}

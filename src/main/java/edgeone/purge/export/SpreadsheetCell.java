package edgeone.purge.export;

/**
 * Keeps spreadsheets from treating a cell as a formula (OWASP, "CSV Injection").
 *
 * <p>An apostrophe is put before {@code = + - @}, tab, carriage return and line feed, and before
 * their full-width forms, wherever a cell could begin: at the start and after {@code , ; |}, tab
 * and line break, with or without spaces, because a spreadsheet may be set to split there. An
 * apostrophe in such a place is doubled, so that removing one in each restores the value.
 */
final class SpreadsheetCell {
    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String SEPARATORS = ",;|\t\r\n";

    private SpreadsheetCell() {}

    static String guard(String value) {
        StringBuilder guarded = new StringBuilder(value.length() + 8);
        boolean mayBegin = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (mayBegin && (c == '\'' || DANGEROUS.indexOf(c) >= 0)) {
                guarded.append('\'');
            }
            guarded.append(c);
            boolean blank = Character.isSpaceChar(c);
            mayBegin = SEPARATORS.indexOf(c) >= 0 || (mayBegin && blank);
        }
        return guarded.toString();
    }
}

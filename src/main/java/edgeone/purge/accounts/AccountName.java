package edgeone.purge.accounts;

import edgeone.purge.model.FoldedName;

import java.util.Optional;
import java.util.Set;

/** What may be an account's name, and when two are the same to a reader. */
final class AccountName {
    private static final int LONGEST = 60;

    /** Words that other accounts go by where none of the book is in use. */
    private static final Set<String> RESERVED = Set.of("demo", "environment");

    private AccountName() {}

    static Optional<AccountProblem> problemOf(String name) {
        if (name.isBlank()) {
            return Optional.of(AccountProblem.NAME_BLANK);
        }
        if (!name.equals(name.strip())) {
            return Optional.of(AccountProblem.NAME_PADDED);
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of(AccountProblem.NAME_TOO_LONG);
        }
        if (name.codePoints().anyMatch(AccountName::isOdd)) {
            return Optional.of(AccountProblem.NAME_ODD);
        }
        return RESERVED.contains(folded(name))
                ? Optional.of(AccountProblem.NAME_RESERVED)
                : Optional.empty();
    }

    /** Equal for names that a reader would take for the same. */
    static String folded(String name) {
        return FoldedName.of(name).text();
    }

    /** Characters that do not show, or that turn the text around. */
    private static boolean isOdd(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(c) == Character.SURROGATE;
    }
}

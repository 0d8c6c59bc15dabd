package edgeone.purge.accounts;

import edgeone.purge.model.FoldedName;

import java.util.Optional;
import java.util.Set;

/** Which account names are valid, and which look the same to a reader. */
final class AccountName {
    private static final int LONGEST = 60;

    /** Names used when no stored account is in use. */
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

    /** Equal for names that look the same to a reader. */
    static String folded(String name) {
        return FoldedName.of(name).text();
    }

    /** Characters that are invisible or change the direction of text. */
    private static boolean isOdd(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(c) == Character.SURROGATE;
    }
}

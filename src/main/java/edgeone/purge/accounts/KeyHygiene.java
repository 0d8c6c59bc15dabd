package edgeone.purge.accounts;

import org.jspecify.annotations.Nullable;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds mistakes in pasted keys before EdgeOne answers with an error that is hard to understand.
 * Repairs nothing silently: a key that was damaged in one place may be damaged in others.
 */
public final class KeyHygiene {
    /** Ids begin with AKID (China) or IKID (international). */
    private static final Pattern ID = Pattern.compile("[AI]KID[0-9A-Za-z_-]*");

    private static final Pattern PERMANENT_KEY = Pattern.compile("[0-9A-Za-z]{32}");

    private KeyHygiene() {}

    /** Everything wrong with ID, key and token, in the order of the form; empty if all are fine. */
    public static List<AccountProblem> problemsOf(
            String secretId, char[] secretKey, char @Nullable [] token) {
        List<AccountProblem> problems = new ArrayList<>(problemsOfId(secretId));
        CharBuffer key = CharBuffer.wrap(secretKey);
        if (isBlank(key)) {
            problems.add(AccountProblem.KEY_BLANK);
        } else if (isPadded(key)) {
            problems.add(AccountProblem.KEY_PADDED);
        } else if (hasGapOrControl(key)) {
            problems.add(AccountProblem.KEY_ODD);
        } else if (ID.matcher(key).matches()) {
            problems.add(AccountProblem.KEY_IS_AN_ID);
        }
        if (token != null) {
            problems.addAll(problemsOfToken(CharBuffer.wrap(token)));
        }
        return problems;
    }

    private static List<AccountProblem> problemsOfId(String id) {
        if (isBlank(id)) {
            return List.of(AccountProblem.ID_BLANK);
        }
        if (isPadded(id)) {
            return List.of(AccountProblem.ID_PADDED);
        }
        if (!isVisibleAscii(id)) {
            return List.of(AccountProblem.ID_ODD);
        }
        if (!ID.matcher(id).matches() && PERMANENT_KEY.matcher(id).matches()) {
            return List.of(AccountProblem.ID_IS_A_KEY);
        }
        return List.of();
    }

    /** The token is sent in a header, so it must be visible ASCII. */
    private static List<AccountProblem> problemsOfToken(CharSequence token) {
        if (isBlank(token)) {
            return List.of(AccountProblem.TOKEN_BLANK);
        }
        if (isPadded(token)) {
            return List.of(AccountProblem.TOKEN_PADDED);
        }
        return isVisibleAscii(token) ? List.of() : List.of(AccountProblem.TOKEN_ODD);
    }

    private static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(KeyHygiene::isGap);
    }

    private static boolean isPadded(CharSequence text) {
        return isGap(text.charAt(0)) || isGap(text.charAt(text.length() - 1));
    }

    private static boolean hasGapOrControl(CharSequence text) {
        return text.codePoints().anyMatch(c -> isGap(c) || Character.isISOControl(c));
    }

    /** Includes invisible spaces: no-break, zero-width, byte order mark. */
    private static boolean isGap(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isVisibleAscii(CharSequence text) {
        return text.codePoints().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}

package edgeone.purge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KeyHygieneTest {
    private static final String ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    private static final String KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

    @Test
    void genuineKeysAreAccepted() {
        assertThat(problems(ID, KEY, null)).isEmpty();
        assertThat(problems("IKID" + KEY, KEY, null)).isEmpty();
        assertThat(problems("AKID" + "a-_9".repeat(16), "a+/=".repeat(11), "t".repeat(4_000)))
                .isEmpty();
    }

    @Test
    void eachMistakeIsNamed() {
        assertThat(problems("", "", ""))
                .containsExactly(
                        AccountProblem.ID_BLANK,
                        AccountProblem.KEY_BLANK,
                        AccountProblem.TOKEN_BLANK);
        assertThat(problems(" \t\u00a0", "\u200b\ufeff", "\n"))
                .containsExactly(
                        AccountProblem.ID_BLANK,
                        AccountProblem.KEY_BLANK,
                        AccountProblem.TOKEN_BLANK);
        assertThat(problems(ID + "\n", "\ufeff" + KEY, "t "))
                .containsExactly(
                        AccountProblem.ID_PADDED,
                        AccountProblem.KEY_PADDED,
                        AccountProblem.TOKEN_PADDED);
        assertThat(problems("AKID ab", "ab cd", "a\u0001b"))
                .containsExactly(
                        AccountProblem.ID_ODD, AccountProblem.KEY_ODD, AccountProblem.TOKEN_ODD);
        assertThat(problems(ID, "a\u200bb", "é"))
                .containsExactly(AccountProblem.KEY_ODD, AccountProblem.TOKEN_ODD);
        assertThat(problems(ID, KEY, "a~b")).isEmpty();
        assertThat(problems(ID, KEY, "a\u007fb")).containsExactly(AccountProblem.TOKEN_ODD);
    }

    @Test
    void swappedFieldsAreDetected() {
        assertThat(problems(KEY, ID, null))
                .containsExactly(AccountProblem.ID_IS_A_KEY, AccountProblem.KEY_IS_AN_ID);
        assertThat(problems(ID, ID, null)).containsExactly(AccountProblem.KEY_IS_AN_ID);
    }

    private static java.util.List<AccountProblem> problems(String id, String key, String token) {
        return KeyHygiene.problemsOf(
                id, key.toCharArray(), token == null ? null : token.toCharArray());
    }
}

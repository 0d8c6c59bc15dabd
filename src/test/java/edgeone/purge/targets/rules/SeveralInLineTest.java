package edgeone.purge.targets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class SeveralInLineTest {
    private static final String A = "https://a.b/x";
    private static final String B = "HTTP://c.d/";
    private static final SeveralInLine BOTH = new SeveralInLine(List.of(A, B), true);
    private static final SeveralInLine NONE = new SeveralInLine(List.of(), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\t", "\u00A0", "\u2007", "\u3000", "\u200B", ",", ", ", ";", "|", " | ", "| ",
                "|, ", "，", "；", "、", "。", "\"", "\" \"", "<", ">", "> <", "“", "”", "‘", "’", "«",
                "»", "「", "」", "『", "』", "《", "》", "（", "）", "【", "】", " (", " [", " {", " '", " `",
                " ([{'`",
            })
    void whatIsBetweenTwoAddressesIsOfNeither(String between) {
        assertThat(SeveralInLine.addresses(A + between + B)).isEqualTo(BOTH);
        assertThat(SeveralInLine.addresses("- \"" + A + between + B + "\" ")).isEqualTo(BOTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "'", "`"})
    void aLineMayBeginWithABracket(String open) {
        assertThat(SeveralInLine.addresses(open + A + " " + B)).isEqualTo(BOTH);
    }

    /** What may stand behind the last address is nothing that opens another one. */
    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "|", "“"})
    void theLastAddressGoesToTheEndOfTheLine(String end) {
        assertThat(SeveralInLine.addresses(A + " " + B + end).parts()).containsExactly(A, B + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "?to=", "x", "=(", "/fit,/", "-", "://", "ftp://", " ttp://"})
    void anAddressInAnAddressIsNoneOfItsOwn(String between) {
        assertThat(SeveralInLine.addresses(A + between + B)).isEqualTo(NONE);
    }

    @Test
    void inAnEmbeddedAddressOnlyASureSeparatorEndsIt() {
        String embedding = A + "?to=" + B;
        assertThat(SeveralInLine.addresses(embedding + "," + B)).isEqualTo(NONE);
        assertThat(SeveralInLine.addresses(embedding + " " + B + "," + A).parts())
                .containsExactly(embedding, B, A);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", A, "x" + A + " " + B, "ftp://a.b/ " + B, "://" + B, "https:/a.b " + B})
    void oneAddressIsNotSeveral(String line) {
        assertThat(SeveralInLine.addresses(line)).isEqualTo(NONE);
        assertThat(SeveralInLine.addresses(line).isSeveral()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"://x ", "ftp://x ", "please ", "x,"})
    void wordsBeforeThemMakeItDoubtful(String before) {
        assertThat(SeveralInLine.addresses(before + A + " " + B))
                .isEqualTo(new SeveralInLine(List.of(A, B), false));
    }

    @Test
    void aSpaceInAnAddressMakesItDoubtful() {
        for (String line : List.of(A + " and " + B, A + " " + B + " and", A + " 1 " + B)) {
            SeveralInLine several = SeveralInLine.addresses(line);
            assertThat(several.parts()).hasSize(2);
            assertThat(several.certain()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b c.d", " a.b,c.d;", "a.b|c.d", "a.b，；、c.d", "\"a.b\"\u3000<c.d>"})
    void hostsAreApartBySpacesOrPunctuation(String line) {
        assertThat(SeveralInLine.hosts(line))
                .isEqualTo(new SeveralInLine(List.of("a.b", "c.d"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "a.b", "a.b,", "a.b c", "a.b and c.d", "a.b c.d/", "a.b:1 c.d"})
    void anythingElseIsNotSeveralHosts(String line) {
        assertThat(SeveralInLine.hosts(line)).isEqualTo(NONE);
    }

    @Test
    void oneIsNotSeveral() {
        assertThat(BOTH.isSeveral()).isTrue();
        assertThat(new SeveralInLine(List.of(A), true).isSeveral()).isFalse();
    }
}

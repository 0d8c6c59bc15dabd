package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.TargetList.ProblemKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

/** Which names are hosts; RFC 1035's limits. */
final class HostNameTest {
    private static final String LABEL = "a".repeat(63);
    private static final String LONGEST =
            LABEL + "." + LABEL + "." + LABEL + "." + LABEL.substring(2);

    private static void assertRead(String written, String ascii) {
        assertThat(HostName.of(written))
                .isEqualTo(new HostName.Read(ascii, ascii.toLowerCase(Locale.ROOT)));
    }

    private static void assertBad(String written) {
        assertThat(HostName.of(written)).isEqualTo(Refused.of(ProblemKind.BAD_HOST, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b-c_D.9", "_a._b", "-", "127.0.0.1", "xn--fsqu00a.CN"})
    void anAsciiNameIsLoweredOnly(String name) {
        assertRead(name, name);
    }

    @ParameterizedTest
    @CsvSource({
        "例子.Cn, xn--fsqu00a.Cn",
        "É.b, xn--9ca.b",
        "a。b, a.b",
        "Ａ.b, a.b",
    })
    void anyOtherNameHasItsPunycode(String name, String ascii) {
        assertRead(name, ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", ".a", "a.", "a..b", "a b", "a/b", "a@b", "a:b", "a%b", "ßa", "aς", "a\u200C",
                "\u200Da", "é/b", "é..b", "\u0080", "℀.b", "é_b"
            })
    void anythingElseIsNone(String name) {
        assertBad(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.a", "a*.b", "é*"})
    void aWildcardIsToldApart(String name) {
        assertThat(HostName.of(name)).isEqualTo(Refused.of(ProblemKind.WILDCARD_HOST, name));
    }

    @Test
    void aNameIsAtMost253CharactersLongAndALabel63() {
        assertThat(LONGEST).hasSize(253);
        assertRead(LONGEST, LONGEST);
        assertBad(LONGEST + "a");
        assertRead("b." + LABEL, "b." + LABEL);
        assertBad("b." + LABEL + "a");
        assertBad("b." + LABEL + "a.c");
    }

    @Test
    void itsPunycodeIsNoLongerEither() {
        // Seven characters and a dot for each label.
        assertThat(HostName.of("é.".repeat(31) + "a.bcd")).isInstanceOf(HostName.Read.class);
        assertBad("é.".repeat(31) + "a.bcde.f");
    }
}

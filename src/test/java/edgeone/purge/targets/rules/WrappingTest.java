package edgeone.purge.targets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.IntStream;

final class WrappingTest {
    private static final String[] ADDRESSES = {"https://a.b/c", "ZIP://a", "a.b", "a.b:80/c?d"};

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "\" \"",
                "' '",
                "( )",
                "[ ]",
                "{ }",
                "< >",
                "“ ”",
                "‘ ’",
                "„ ”",
                "‚ ’",
                "« »",
                "‹ ›",
                "「 」",
                "『 』",
                "《 》",
                "〈 〉",
                "（ ）",
                "【 】",
                "([{\" \"}])",
                "<( )>",
                ",;，。、； ；、。，;,",
                "「“‘ ’”」。",
            })
    void whatStandsOnBothSidesIsTakenOff(String open, String close) {
        for (String address : ADDRESSES) {
            assertThat(Wrapping.clean(open + address + close)).isEqualTo(address);
            assertThat(Wrapping.clean(open + address)).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- ", "*\t", "+ ", "– ", "— ", "- [ ] ", "- [x] ", "* [X]  ", "•", "• ", "·", "‣ ",
                        "◦",
                "▪", "●", "○", "■", "1. ", "123456) ", "1、", "1、 ", ">", "> ", "> > - ", " ",
                        "\u00A0",
                "\u200B", "\uFEFF", "\u202A",
            })
    void bulletsAndWhatIsUnseenAreTakenOff(String before) {
        for (String address : ADDRESSES) {
            assertThat(Wrapping.clean(before + address)).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",", ";", "，", "。", "、", "；", "\"", ">", "”", "’", "»", "›", "」", "』", "》", "〉",
                "）", "】", " ", "\u3000", "\u200B", "\u202C",
            })
    void whatClosesWithoutAnOpenerIsTakenOff(String after) {
        for (String address : ADDRESSES) {
            assertThat(Wrapping.clean(address + after)).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'", "`", ")", "]", "}", "*", "|", ".", "!", "?", "(d)", "\"d\"", "<d>", "（d）",
                "“d”", "&amp;", "&#38;",
            })
    void whatMayBeOfTheAddressStays(String end) {
        String address = "https://a.b/c" + end;
        assertThat(Wrapping.clean(address)).isEqualTo(address);
        assertThat(Wrapping.clean("\"" + address + "\"")).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.b/（c））, https://a.b/（c）",
        "https://a.b/“c, https://a.b/“c",
        "https://a.b/c;;, https://a.b/c",
        "https://a.b/?c&amp;;, https://a.b/?c&amp;",
        "https://a.b/?c&x;, https://a.b/?c&x",
        "(https://a.b/c_(d)), https://a.b/c_(d)",
        "((https://a.b/c), https://a.b/c",
    })
    void eachClosesWhatItOpened(String line, String clean) {
        assertThat(Wrapping.clean(line)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "()",
                "\"\"",
                "(",
                ",",
                "- ",
                "1. ",
                "> ",
                "text,",
                "\"text\"",
                "(1.2)",
                "/a/b,",
                "<@://a>",
                "(1://a)",
                "(://a)",
                "1234567. a.b",
                "-a.b",
                "1.a.b",
                "+ x",
            })
    void aLineWithoutAnAddressStays(String line) {
        assertThat(Wrapping.clean(line)).isSameAs(line);
    }

    @Test
    void anySchemeBeginsWithALetter() {
        IntStream.concat(IntStream.rangeClosed('a', 'z'), IntStream.rangeClosed('A', 'Z'))
                .mapToObj(c -> (char) c + "x://h/")
                .forEach(a -> assertThat(Wrapping.clean("<" + a + ">")).isEqualTo(a));
    }
}

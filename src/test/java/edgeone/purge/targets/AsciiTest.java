package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

final class AsciiTest {
    @Test
    void onlyTheLettersAToZHaveAnotherCase() {
        for (char c = 0; c < 0x250; c++) {
            boolean upper = c >= 'A' && c <= 'Z';
            String lower = upper ? String.valueOf((char) (c + 32)) : String.valueOf(c);
            assertThat(Ascii.lower("a" + c + "Bc")).isEqualTo("a" + lower + "bc");
            assertThat(Ascii.isLetter(c))
                    .isEqualTo(upper || (c >= 'a' && c <= 'z'))
                    .isEqualTo(c < 0x80 && Character.isLetter(c));
            assertThat(Ascii.isDigit(c)).isEqualTo(c < 0x80 && Character.isDigit(c));
        }
    }

    @Test
    void whatIsLowerCaseAlreadyIsGivenBack() {
        for (String text : new String[] {"", "a", "a-z.0-9_é"}) {
            assertThat(Ascii.lower(text)).isSameAs(text);
        }
    }

    @Test
    void aSpaceAndWhatIsNotAsciiIsEncoded() {
        for (int code = 0; code < Character.MIN_SURROGATE; code += code < 0x100 ? 1 : 97) {
            char c = (char) code;
            String text = "a" + c + c + "b";
            String encoded = Ascii.percentEncode(text);
            if (c == ' ' || c >= 0x80) {
                assertThat(encoded).matches("a(%[0-9A-F]{2})+b");
                assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(text);
                assertThat(Ascii.percentEncode(c + "/" + c)).doesNotContain(String.valueOf(c));
            } else {
                assertThat(encoded).isSameAs(text);
            }
        }
        assertThat(Ascii.percentEncode("")).isEmpty();
        assertThat(Ascii.percentEncode("😀é")).isEqualTo("%F0%9F%98%80%C3%A9");
    }
}

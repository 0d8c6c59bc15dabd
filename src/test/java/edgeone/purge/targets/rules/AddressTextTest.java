package edgeone.purge.targets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Pattern;

final class AddressTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://a", "https://a", "HTTP://", "hTTpS://"})
    void anAddressBeginsWithItsScheme(String text) {
        assertThat(AddressText.isHttp(text)).isTrue();
        assertThat(AddressText.isHttp(" " + text)).isFalse();
        assertThat(AddressText.isSchemeAt("x" + text, 1)).isTrue();
        assertThat(AddressText.isSchemeAt("x" + text, 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "http:/a.b", "https//a.b", "httpx://a", "ftp://a", "a.b"})
    void anythingElseHasNoScheme(String text) {
        assertThat(AddressText.isHttp(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b",
                "a-b.c",
                "a_b.c",
                "*.a.b",
                "a..b",
                "9.b",
                "例子.cn",
                "😀.cn",
                "\uD800\uDC00.cn",
            })
    void aNameWithADotIsAHost(String host) {
        assertThat(AddressText.isHost(host)).isTrue();
        for (String rest :
                new String[] {":0", ":09", ":80/x:y", ":80?x", ":80#x", "/ x", "?", "#"}) {
            assertThat(AddressText.isBare(host + rest)).as(host + rest).isTrue();
            assertThat(AddressText.isHost(host + rest)).as(host + rest).isFalse();
        }
        for (String rest : new String[] {":", ":/", ":?", ":8a", ":8:", ":/80", "."}) {
            assertThat(AddressText.isBare(host + rest)).as(host + rest).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "a", ".a.b", "a b.c", "a,b.c", "1.2", "1.2.3.4", "-._", "/a.b", ":80",
                "a/b.c"
            })
    void anythingElseIsNoHost(String text) {
        assertThat(AddressText.isBare(text)).isFalse();
        assertThat(AddressText.isHost(text)).isFalse();
    }

    @Test
    void spaceIsWhatUnicodeCallsWhite() {
        Pattern white = Pattern.compile("\\p{IsWhite_Space}");
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            assertThat(AddressText.isSpace(c))
                    .as("U+%04X", (int) c)
                    .isEqualTo(white.matcher(String.valueOf(c)).matches());
        }
    }
}

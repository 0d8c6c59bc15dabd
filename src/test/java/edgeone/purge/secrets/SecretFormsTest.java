package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.secrets.SecretScan.Form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The forms of a secret, and how long one must be to be searched for. */
final class SecretFormsTest {
    private static List<String> written(String secret, Form form) {
        return SecretForms.of(secret.toCharArray()).stream()
                .filter(w -> w.form() == form)
                .map(w -> new String(w.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void secretsFromFourBytesAreSearchedFor() {
        assertThat(SecretForms.of("abc".toCharArray())).isEmpty();
        assertThat(written("abcd", Form.PLAIN)).containsExactly("abcd");
        assertThat(written("中d", Form.PLAIN)).as("counted in UTF-8").containsExactly("中d");
    }

    @Test
    void encodedFormsAreSearchedForFromSixBytes() {
        assertThat(SecretForms.of("abcde".toCharArray()))
                .extracting(SecretForms.Written::form)
                .containsOnly(Form.PLAIN, Form.UTF_16);
        assertThat(written("abcdef", Form.HEX)).contains("616263646566");
        assertThat(written("abcdef", Form.BASE64)).contains("YWJjZGVm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%2Fb-c%20d%C3%A9",
                "a%2fb-c%20d%c3%a9",
                "a%2Fb-c+d%C3%A9",
                "a%2Fb%2Dc%20d%C3%A9",
                "a/b-c%20d%C3%A9",
                "a/b-c%20d%c3%a9",
            })
    void encodersOfAddressesDifferInCaseSpaceAndWhatTheyLeaveAlone(String written) {
        assertThat(written("a/b-c dé", Form.URL_ENCODED)).contains(written);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a\\\"b\\\\c/d\\u5bc6",
                "a\\\"b\\\\c/d\\u5BC6",
                "a\\\"b\\\\c\\/d\\u5bc6",
                "a\\\"b\\\\c\\/d\\u5BC6",
                "a\\\"b\\\\c/d密",
                "a\\\"b\\\\c\\/d密",
            })
    void writersOfJsonDifferInTheSlashAndInWhatIsNotAscii(String written) {
        assertThat(written("a\"b\\c/d密", Form.JSON_ESCAPED)).contains(written);
    }

    @Test
    void unprintableCharactersAreEscapedInJson() {
        assertThat(written("abcd\u001f ~\u007f", Form.JSON_ESCAPED))
                .contains("abcd\\u001f ~\\u007f");
    }
}

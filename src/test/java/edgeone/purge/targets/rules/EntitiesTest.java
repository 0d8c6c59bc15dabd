package edgeone.purge.targets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a&amp;b|a&b",
                "&amp;|&",
                "&lt;&gt;&quot;&apos;&nbsp;|<>\"' ",
                ";&amp;|;&",
                "&&#38;;|&&;",
                "&#x26;&#X26;|&&",
                "&#20013;&#x1F600;|中😀",
                "&#36;1&#92;|$1\\",
            })
    void referencesAreResolved(String text, String decoded) {
        assertThat(Entities.decode(text)).isEqualTo(decoded);
    }

    /** Unknown, without an end, and characters that no text has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                ";",
                "a&b;c",
                "&amp",
                "amp;",
                "&AMP;",
                "&copy;",
                "&#;",
                "&#x;",
                "&#0;",
                "&#10;",
                "&#x85;",
                "&#xD800;",
                "&#xFFFF;",
                "&#x110000;",
                "&#9999999;",
                "&#10000000038;"
            })
    void anythingElseStays(String text) {
        assertThat(Entities.decode(text)).isEqualTo(text);
    }
}

package edgeone.purge.probe.origin;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginPlaceTest {
    private static final String TARGET = "https://www.example.com/img/a.svg?v=2";

    @Test
    void anAddressIsAskedForTheTargetItself() {
        assertThat(question("203.0.113.7:8443", TARGET))
                .isEqualTo(new Question(TARGET, new EdgeAddress("203.0.113.7", 8443, false)));
        assertThat(question("[2001:db8::7]", TARGET))
                .isEqualTo(new Question(TARGET, new EdgeAddress("2001:db8::7", null, false)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://o.example, https://o.example/img/a.svg?v=2",
        "https://o.example/, https://o.example/img/a.svg?v=2",
        "http://o.example:81/site//, http://o.example:81/site/img/a.svg?v=2",
        "HTTPS://o.example/a%20b, HTTPS://o.example/a%20b/img/a.svg?v=2",
        "https://[2001:db8::7]:81, https://[2001:db8::7]:81/img/a.svg?v=2"
    })
    void aSecondHostIsAskedForThePathBelowIt(String base, String asked) {
        assertThat(question(base, TARGET)).isEqualTo(new Question(asked, null));
    }

    @Test
    void aTargetWithoutPathIsTheFirstPage() {
        assertThat(question("https://o.example", "https://www.example.com?a=/b").target())
                .isEqualTo("https://o.example/?a=/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "https://",
                "https://u:p@o.example",
                "https://o.example/?a",
                "https://o.example/#a",
                "https://o.example:x",
                "ftp://o.example",
                "o.example/path",
                "o.example:99999"
            })
    void somethingElseIsNone(String text) {
        assertThat(OriginPlace.of(text)).isEmpty();
    }

    private static Question question(String place, String target) {
        return OriginPlace.of(place).orElseThrow().question(target);
    }
}

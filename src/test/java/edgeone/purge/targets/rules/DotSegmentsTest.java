package edgeone.purge.targets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DotSegmentsTest {
    /** Among them the example of RFC 3986, 5.2.4. */
    @ParameterizedTest
    @CsvSource({
        "/a/b/c/./../../g, /a/g",
        "/., /",
        "/.., /",
        "/./a, /a",
        "/../a, /a",
        "/a/., /a/",
        "/a/b/.., /a/",
        "/a/b/../, /a/",
        "/a/./b, /a/b",
        "/a//../b, /a/b",
        "/a/../../../b, /b",
        "/%2e, /",
        "/%2E/a, /a",
        "/a/b/.%2e, /a/",
        "/a/b/%2E./c, /a/c",
        "/a/b/%2e%2E/c, /a/c",
    })
    void dotsAreResolved(String path, String resolved) {
        assertThat(DotSegments.isIn(path)).isTrue();
        assertThat(DotSegments.resolve(path)).isEqualTo(resolved);
        assertThat(DotSegments.isIn(resolved)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "/...",
                "/.a",
                "/a.",
                "/..a/b",
                "/a../",
                "/%2",
                "/%2f",
                "/%2e.a",
                "/%2ea%2e"
            })
    void otherDotsAreNames(String path) {
        assertThat(DotSegments.isIn(path)).isFalse();
    }
}

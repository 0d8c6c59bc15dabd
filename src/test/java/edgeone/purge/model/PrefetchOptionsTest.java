package edgeone.purge.model;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.PrefetchOptions.Header;
import edgeone.purge.model.PrefetchOptions.HeaderProblem;
import edgeone.purge.model.PrefetchOptions.Mode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers a prefetch may send. */
final class PrefetchOptionsTest {
    @Test
    void aLineIsANameAndAValue() {
        assertThat(Header.of(" Accept :  image/avif, a: b "))
                .isEqualTo(new Header("Accept", "image/avif, a: b"));
        assertThat(Header.of("Accept")).isEqualTo(new Header("Accept", ""));
        assertThat(Header.of(Header.of("X-A:b").line())).isEqualTo(new Header("X-A", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: image/avif", "X-A: b", "x_a~1: (\"b\")", "A: a:b"})
    void theseAreSent(String line) {
        assertThat(Header.of(line).problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept",
                "Accept:",
                ": a",
                "A b: c",
                "A: b\nC: d",
                "A: \u00e9",
                "\u00c4: b",
                "A\rB: c"
            })
    void theseAreNone(String line) {
        assertThat(Header.of(line).problem()).contains(HeaderProblem.NOT_A_HEADER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer a",
                "AUTHORIZATION:a",
                "cookie: a=b",
                "Proxy-Authorization: Basic YTpi",
                "Cookie"
            })
    void theseSignSomeoneIn(String line) {
        assertThat(Header.of(line).problem()).contains(HeaderProblem.SIGNS_IN);
    }

    @Test
    void modesHaveTheirWireNames() {
        assertThat(Mode.ofWireName("edge")).contains(Mode.EDGE);
        assertThat(Mode.ofWireName("default")).contains(Mode.DEFAULT);
        assertThat(Mode.ofWireName("EDGE")).isEmpty();
    }

    @Test
    void fiveTypesPurge() {
        assertThat(PurgeType.PURGES).hasSize(5).doesNotContain(PurgeType.PREFETCH);
        assertThat(PurgeType.purgeOfWireName("prefetch_url")).isEmpty();
        assertThat(PurgeType.ofWireName("prefetch_url")).contains(PurgeType.PREFETCH);
    }
}

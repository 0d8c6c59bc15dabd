package edgeone.purge.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainJsonTest {
    @ParameterizedTest
    @CsvSource({
        "\\u0041\\u0062c, Abc",
        "\\\\u0041, \\\\u0041",
        "\\\\\\u0041, \\\\A",
        "\\u0022\\u005c\\u005C\\u007f, \\u0022\\u005c\\u005C\\u007f",
        "\\u4e2d\\u000a, \\u4e2d\\u000a",
        "\\u0024\\u003D, $=",
    })
    void onlyPrintableAsciiIsWrittenPlain(String json, String plain) {
        assertThat(PlainJson.of(json)).isEqualTo(plain);
    }
}

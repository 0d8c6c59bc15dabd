package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings are one target, and which are two. */
final class SameTargetTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.com/x, HTTPS://A.com/x",
        "https://a.com, https://a.com/",
        "https://a.com/%7euser, https://a.com/~user",
        "https://a.com/%e4%b8%ad, https://a.com/中",
        "https://a.com/%E4%B8%AD, https://a.com/%e4%b8%ad",
        "https://a.com/a b, https://a.com/a%20b",
        "https://a.com/?q=%2f, https://a.com/?q=%2F",
        "tag-中, tag-%E4%B8%AD",
    })
    void oneTarget(String sent, String shown) {
        assertThat(SameTarget.key(shown)).isEqualTo(SameTarget.key(sent));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.com/x, http://a.com/x",
        "https://a.com/x, https://a.com/X",
        "https://a.com/x, https://a.com/x/",
        "https://a.com/x, https://b.com/x",
        "https://a.com/a/b, https://a.com/a%2Fb",
        "https://a.com/?a=1, https://a.com/?a=2",
        "https://a.com/?a=%26b, https://a.com/?a=&b",
        "https://a.com/%, https://a.com/%25",
        "https://a.com//x, https://a.com/x",
        "Tag, tag",
    })
    void twoTargets(String sent, String shown) {
        assertThat(SameTarget.key(shown)).isNotEqualTo(SameTarget.key(sent));
    }
}

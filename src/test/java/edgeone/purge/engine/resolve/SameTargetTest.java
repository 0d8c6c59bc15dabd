package edgeone.purge.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings are the same target, and which are not. */
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
        "https://a.com/%61%7a%41%5a%30%39, https://a.com/azAZ09",
        "https://a.com/%2d%2e%5f%7e, https://a.com/-._~",
        "https://a.com/?q=%0a, https://a.com/?q=%0A",
        "https://a.com/%c3%a0, https://a.com/%C3%A0",
        "HTTPS://A.COM?Q, https://a.com?Q",
        "HTTPS://A.COM#F, https://a.com#F",
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
        "://Tag, ://tag",
        "https://a.com/%60, https://a.com/`",
        "https://a.com/%7b, https://a.com/{",
        "https://a.com/%40, https://a.com/@",
        "https://a.com/%5b, https://a.com/[",
        "https://a.com/%3a, https://a.com/:",
        "https://a.com/a%2fb, https://a.com/a%3fb",
        "https://a.com/a%2fb, https://a.com/a%23b",
        "https://a.com?Q, https://a.com?q",
        "https://a.com#F, https://a.com#f",
    })
    void twoTargets(String sent, String shown) {
        assertThat(SameTarget.key(shown)).isNotEqualTo(SameTarget.key(sent));
    }
}

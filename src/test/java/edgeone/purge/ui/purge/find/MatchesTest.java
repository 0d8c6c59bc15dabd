package edgeone.purge.ui.purge.find;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.ui.purge.find.Matches.Match;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Where a text is in lines, and the way from one match to another. */
final class MatchesTest {
    private static final List<String> LINES = List.of("ABab", "x", "", "aba ÄB", "a");

    @Test
    void findsEachWithoutRegardToCaseAndNoneTwice() {
        assertThat(Matches.of(LINES, "ab").all())
                .containsExactly(new Match(1, 0), new Match(1, 2), new Match(4, 0));
        assertThat(Matches.of(LINES, "äb").all()).containsExactly(new Match(4, 4));
        assertThat(Matches.of(List.of("aaa"), "aa").all()).containsExactly(new Match(1, 0));
    }

    @Test
    void nothingIsFoundOfNothing() {
        assertThat(Matches.of(LINES, "").isEmpty()).isTrue();
        assertThat(Matches.of(LINES, "abc").isEmpty()).isTrue();
        assertThat(Matches.of(List.of(), "a").firstFrom(1)).isEqualTo(-1);
        assertThat(Matches.NONE.beside(-1, 1)).isEqualTo(-1);
    }

    @Test
    void theFirstFromALineIsOnItOrBelowOrAgainFromTheTop() {
        Matches matches = Matches.of(LINES, "ab");
        assertThat(matches.firstFrom(1)).isZero();
        assertThat(matches.firstFrom(2)).isEqualTo(2);
        assertThat(matches.firstFrom(5)).isZero();
    }

    @Test
    void besideGoesAroundTheEnds() {
        Matches matches = Matches.of(LINES, "ab");
        assertThat(matches.beside(2, 1)).isZero();
        assertThat(matches.beside(0, -1)).isEqualTo(2);
        assertThat(matches.beside(-1, 1)).isZero();
        assertThat(matches.beside(-1, -1)).isEqualTo(2);
    }
}

package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

final class TargetLinesTest {
    private static List<String> texts(TargetLines lines) {
        return IntStream.range(0, lines.size()).mapToObj(lines::text).toList();
    }

    private static List<Integer> numbers(TargetLines lines) {
        return IntStream.range(0, lines.size()).mapToObj(lines::number).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void aTextIsCutAtEachLineEnd(String end) {
        TargetLines lines = TargetLines.of("a" + end + end + "b" + end);
        assertThat(texts(lines)).containsExactly("a", "", "b");
        assertThat(numbers(lines)).containsExactly(1, 2, 3);
        assertThat(texts(TargetLines.of("a" + end + "b"))).containsExactly("a", "b");
        assertThat(texts(TargetLines.of(end))).containsExactly("");
    }

    @Test
    void aTextOfNothingHasNoLine() {
        assertThat(TargetLines.of("").size()).isZero();
        assertThat(texts(TargetLines.of("a\n\r\rb"))).containsExactly("a", "", "", "b");
    }

    @Test
    void linesMayHaveNumbersOfTheirOwn() {
        int[] given = {7, 2};
        TargetLines lines = TargetLines.of(List.of("a", "b"), given);
        given[0] = 9;
        assertThat(numbers(lines)).containsExactly(7, 2);
        assertThat(texts(lines)).containsExactly("a", "b");
        assertThatThrownBy(() -> TargetLines.of(List.of("a"), 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

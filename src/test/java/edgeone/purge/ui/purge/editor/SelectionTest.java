package edgeone.purge.ui.purge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import jfx.incubator.scene.control.richtext.TextPos;

import org.junit.jupiter.api.Test;

import java.util.List;

final class SelectionTest {
    private static final List<String> LINES = List.of("one", "two", "three");

    @Test
    void typedLinesJoinWhatStandsBesideTheSelection() {
        assertThat(at(0, 2, 2, 3).type(LINES, List.of("A", "B"))).containsExactly("onA", "Bee");
        assertThat(at(1, 1, 1, 1).type(LINES, List.of("-")))
                .containsExactly("one", "t-wo", "three");
        assertThat(at(2, 5, 2, 5).type(LINES, List.of("", "four")))
                .containsExactly("one", "two", "three", "four");
    }

    @Test
    void placedLinesJoinNothing() {
        assertThat(at(0, 2, 2, 3).place(LINES, List.of("A", "B")))
                .containsExactly("on", "A", "B", "ee");
        assertThat(at(1, 0, 1, 3).place(LINES, List.of("A"))).containsExactly("one", "A", "three");
        assertThat(at(1, 1, 1, 1).place(LINES, List.of()))
                .containsExactly("one", "t", "wo", "three");
    }

    @Test
    void aSelectionFromFirstToLastIsAll() {
        TextPos end = TextPos.ofLeading(2, 5);
        assertThat(at(0, 0, 2, 5).isAll(end)).isTrue();
        assertThat(at(0, 0, 2, 4).isAll(end)).isFalse();
        assertThat(at(0, 1, 2, 5).isAll(end)).isFalse();
        assertThat(at(0, 0, 2, 5).lineBreaks()).isEqualTo(2);
    }

    private static Selection at(int line, int offset, int endLine, int endOffset) {
        return new Selection(
                TextPos.ofLeading(line, offset), TextPos.ofLeading(endLine, endOffset));
    }
}

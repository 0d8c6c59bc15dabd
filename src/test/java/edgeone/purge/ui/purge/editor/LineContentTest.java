package edgeone.purge.ui.purge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

final class LineContentTest {

    @Test
    void editsAsTheTextAreasOwnStorageDoes() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            LineContent ours = new LineContent(List.of("one", "two", "three"));
            CodeTextModel theirs = new CodeTextModel();
            theirs.insertText(TextPos.ZERO, "one\ntwo\nthree");
            for (int step = 0; step < 30; step++) {
                int index = random.nextInt(ours.size());
                int offset = random.nextInt(ours.getText(index).length() + 1);
                switch (random.nextInt(3)) {
                    case 0 -> {
                        ours.insertTextSegment(index, offset, "ab", StyleAttributeMap.EMPTY);
                        theirs.insertText(TextPos.ofLeading(index, offset), "ab");
                    }
                    case 1 -> {
                        ours.insertLineBreak(index, offset);
                        theirs.insertText(TextPos.ofLeading(index, offset), "\n");
                    }
                    default -> {
                        int last = index + random.nextInt(ours.size() - index);
                        int end = random.nextInt(ours.getText(last).length() + 1);
                        TextPos from = TextPos.ofLeading(index, offset);
                        TextPos to =
                                TextPos.ofLeading(
                                        last, last == index ? Math.max(offset, end) : end);
                        ours.removeRange(from, to);
                        theirs.replace(null, from, to, "");
                    }
                }
                assertThat(ours.size()).isEqualTo(theirs.size());
                for (int i = 0; i < ours.size(); i++) {
                    assertThat(ours.getText(i)).isEqualTo(theirs.getPlainText(i));
                }
            }
        }
    }

    @Test
    void linesAreReplacedAndRemovedByTheirNumber() {
        LineContent content = new LineContent(List.of("one", "two", "three"));
        assertThat(content.replaced(Map.of(1, List.of("1", "I"), 3, List.of())))
                .containsExactly("1", "I", "two");
        assertThat(content.without(Set.of(1, 3))).containsExactly("two");
        assertThat(content.copy()).containsExactly("one", "two", "three");
    }
}

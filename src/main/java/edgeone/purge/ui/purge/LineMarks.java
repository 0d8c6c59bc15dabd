package edgeone.purge.ui.purge;

import edgeone.purge.targets.TargetList;

import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

import java.util.BitSet;

/** Marks the lines of the editor that cannot be sent, or are sent otherwise than written. */
final class LineMarks implements SyntaxDecorator {
    static final LineMarks NONE = new LineMarks(new BitSet(), new BitSet());

    private final BitSet bad;
    private final BitSet changed;

    private LineMarks(BitSet bad, BitSet changed) {
        this.bad = bad;
        this.changed = changed;
    }

    static LineMarks of(TargetList list) {
        BitSet bad = new BitSet();
        BitSet changed = new BitSet();
        list.problems().forEach(p -> bad.set(p.line() - 1));
        list.rewrites().forEach(r -> changed.set(r.line() - 1));
        list.remarks().forEach(r -> changed.set(r.line() - 1));
        return new LineMarks(bad, changed);
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String text = model.getPlainText(index);
        RichParagraph.Builder paragraph = RichParagraph.builder().addSegment(text);
        if (bad.get(index)) {
            paragraph.addHighlight(0, text.length(), "line-bad");
        } else if (changed.get(index)) {
            paragraph.addHighlight(0, text.length(), "line-changed");
        }
        return paragraph.build();
    }

    @Override
    public void handleChange(
            CodeTextModel model, TextPos start, TextPos end, int top, int added, int bottom) {
        // A new plan brings new marks; until then lines keep the ones they had.
    }
}

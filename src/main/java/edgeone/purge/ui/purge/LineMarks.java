package edgeone.purge.ui.purge;

import edgeone.purge.targets.TargetList;

import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;

/**
 * Marks the lines of the editor: before a purge those that cannot be sent, or are sent otherwise
 * than written; after it those that were not purged.
 */
final class LineMarks implements SyntaxDecorator {
    static final LineMarks NONE = new LineMarks(new BitSet(), new BitSet(), null);

    private final BitSet bad;
    private final BitSet changed;
    private final @Nullable RunEnd end;

    private LineMarks(BitSet bad, BitSet changed, @Nullable RunEnd end) {
        this.bad = bad;
        this.changed = changed;
        this.end = end;
    }

    /** Marks for a plan, over what an earlier purge left; null where there was none. */
    static LineMarks of(TargetList list, @Nullable RunEnd end) {
        BitSet bad = new BitSet();
        BitSet changed = new BitSet();
        list.problems().forEach(p -> bad.set(p.line() - 1));
        list.rewrites().forEach(r -> changed.set(r.line() - 1));
        list.remarks().forEach(r -> changed.set(r.line() - 1));
        return new LineMarks(bad, changed, end);
    }

    /** Marks for what happened. */
    static LineMarks of(RunEnd end) {
        return new LineMarks(new BitSet(), new BitSet(), end);
    }

    private @Nullable String style(int index, String text) {
        if (bad.get(index)) {
            return "line-bad";
        }
        LineFate fate = end == null ? null : end.fate(text);
        if (fate != null && fate.kind().toFix()) {
            return "line-" + fate.kind().style();
        }
        return changed.get(index) ? "line-changed" : null;
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String text = model.getPlainText(index);
        RichParagraph.Builder paragraph = RichParagraph.builder().addSegment(text);
        String style = style(index, text);
        if (style != null) {
            paragraph.addHighlight(0, text.length(), style);
        }
        return paragraph.build();
    }

    @Override
    public void handleChange(
            CodeTextModel model, TextPos start, TextPos end, int top, int added, int bottom) {
        // A new plan brings new marks; until then lines keep the ones they had.
    }
}

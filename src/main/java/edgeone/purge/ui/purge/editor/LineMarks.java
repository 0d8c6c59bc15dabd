package edgeone.purge.ui.purge.editor;

import edgeone.purge.targets.TargetList;

import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;

/**
 * The marks on the editor's lines: before a purge, on those that cannot be sent or will be sent in
 * another form; afterwards, on those that were not purged.
 */
public final class LineMarks implements SyntaxDecorator {
    public static final LineMarks NONE = new LineMarks(new BitSet(), new BitSet(), null);

    private final BitSet bad;
    private final BitSet changed;
    private final @Nullable LineFates fates;

    private LineMarks(BitSet bad, BitSet changed, @Nullable LineFates fates) {
        this.bad = bad;
        this.changed = changed;
        this.fates = fates;
    }

    /**
     * Marks what a plan says of the lines.
     *
     * @param fates what an earlier purge left; null if there was none
     */
    public static LineMarks of(TargetList list, @Nullable LineFates fates) {
        BitSet bad = new BitSet();
        BitSet changed = new BitSet();
        list.problems().forEach(p -> bad.set(p.line() - 1));
        list.rewrites().forEach(r -> changed.set(r.line() - 1));
        list.remarks().forEach(r -> changed.set(r.line() - 1));
        return new LineMarks(bad, changed, fates);
    }

    /** Marks what happened to the lines. */
    public static LineMarks of(LineFates fates) {
        return new LineMarks(new BitSet(), new BitSet(), fates);
    }

    private @Nullable String style(int index, String text) {
        if (bad.get(index)) {
            return "line-bad";
        }
        LineFate fate = fates == null ? null : fates.fate(text);
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
        // Lines keep their marks until the next plan brings new ones.
    }
}

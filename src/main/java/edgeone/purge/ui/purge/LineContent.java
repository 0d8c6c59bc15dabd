package edgeone.purge.ui.purge;

import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

import java.util.ArrayList;
import java.util.List;

/**
 * The editor's text as a list of lines. Made from a long list at once, where the editor's own
 * storage would insert line by line, and copied in well under a millisecond.
 */
final class LineContent implements BasicTextModel.Content {
    private final ArrayList<String> lines;

    LineContent(List<String> start) {
        lines = new ArrayList<>(start);
        if (lines.isEmpty()) {
            lines.add("");
        }
    }

    List<String> copy() {
        return List.copyOf(lines);
    }

    boolean isEmpty() {
        return lines.size() == 1 && lines.getFirst().isEmpty();
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public String getText(int index) {
        return lines.get(index);
    }

    @Override
    public int insertTextSegment(int index, int offset, String text, StyleAttributeMap attributes) {
        String line = lines.get(index);
        lines.set(index, line.substring(0, offset) + text + line.substring(offset));
        return text.length();
    }

    @Override
    public void insertLineBreak(int index, int offset) {
        if (index >= lines.size()) {
            lines.add("");
            return;
        }
        String line = lines.get(index);
        lines.set(index, line.substring(0, offset));
        lines.add(index + 1, line.substring(offset));
    }

    @Override
    public void removeRange(TextPos start, TextPos end) {
        String head = lines.get(start.index()).substring(0, start.offset());
        String tail = lines.get(end.index()).substring(end.offset());
        lines.set(start.index(), head + tail);
        lines.subList(start.index() + 1, end.index() + 1).clear();
    }

    @Override
    public boolean isWritable() {
        return true;
    }
}

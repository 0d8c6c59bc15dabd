package edgeone.purge.ui.purge.editor;

import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The editor's text as a list of lines. Takes a long list at once, which the text area's own
 * storage would insert line by line. A copy takes well under a millisecond.
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

    /** A copy in which other lines replace some; lines are numbered from 1. */
    List<String> replaced(Map<Integer, List<String>> others) {
        List<String> next = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            next.addAll(others.getOrDefault(i + 1, List.of(lines.get(i))));
        }
        return next;
    }

    /** A copy that lacks some lines, numbered from 1. */
    List<String> without(Set<Integer> numbers) {
        List<String> left = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (!numbers.contains(i + 1)) {
                left.add(lines.get(i));
            }
        }
        return left;
    }

    boolean isEmpty() {
        return lines.size() == 1 && lines.getFirst().isEmpty();
    }

    @Override
    public int size() {
        return lines.size();
    }

    /** The text area, when many lines were just removed, asks once more for those it showed. */
    @Override
    public String getText(int index) {
        return index < lines.size() ? lines.get(index) : "";
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

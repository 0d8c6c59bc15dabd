package edgeone.purge.ui.purge.editor;

import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;

import java.util.ArrayList;
import java.util.List;

/** The selected text, or the caret if nothing is selected: then both ends are the same. */
record Selection(TextPos start, TextPos end) {

    static Selection of(RichTextArea area) {
        var selected = area.getSelection();
        if (selected != null) {
            TextPos min = selected.getMin();
            TextPos max = selected.getMax();
            if (min != null && max != null) {
                return new Selection(min, max);
            }
        }
        TextPos caret = area.getCaretPosition();
        TextPos at = caret == null ? area.getDocumentEnd() : caret;
        return new Selection(at, at);
    }

    /** How many line breaks are selected. */
    int lineBreaks() {
        return end.index() - start.index();
    }

    /** Whether the whole document is selected, which also holds for an empty one. */
    boolean isAll(TextPos documentEnd) {
        return start.equals(TextPos.ZERO) && end.isSameInsertionIndex(documentEnd);
    }

    /**
     * Replaces the selection as typing would: the first and last line join what stands beside the
     * selection.
     *
     * @param before the lines of the document
     * @param typed never empty
     */
    List<String> type(List<String> before, List<String> typed) {
        List<String> next = new ArrayList<>(before.size() + typed.size());
        next.addAll(before.subList(0, start.index()));
        next.add(head(before) + typed.getFirst());
        next.addAll(typed.subList(1, typed.size()));
        next.set(next.size() - 1, next.getLast() + tail(before));
        next.addAll(before.subList(end.index() + 1, before.size()));
        return next;
    }

    /** Replaces the selection by whole lines; what stands beside it keeps lines of its own. */
    List<String> place(List<String> before, List<String> placed) {
        List<String> next = new ArrayList<>(before.size() + placed.size());
        next.addAll(before.subList(0, start.index()));
        String head = head(before);
        if (!head.isEmpty()) {
            next.add(head);
        }
        next.addAll(placed);
        String tail = tail(before);
        if (!tail.isEmpty()) {
            next.add(tail);
        }
        next.addAll(before.subList(end.index() + 1, before.size()));
        return next;
    }

    private String head(List<String> before) {
        return before.get(start.index()).substring(0, start.offset());
    }

    private String tail(List<String> before) {
        return before.get(end.index()).substring(end.offset());
    }
}

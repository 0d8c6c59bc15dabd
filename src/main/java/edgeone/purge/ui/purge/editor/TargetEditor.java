package edgeone.purge.ui.purge.editor;

import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The list of targets: one per line, numbered, with marks. */
public final class TargetEditor extends StackPane implements LineActions {
    /** Longer changes are swapped in whole; the text area would insert them line by line. */
    private static final int SWAP_LINES = 2_000;

    private final CodeArea area = new CodeArea();
    private final Label prompt = new Label();
    private final EditedLines lines;
    private final Gutter gutter;
    private Runnable onCaret = () -> {};
    private Consumer<String> onPaste = text -> {};
    private @Nullable Selection pasted;

    public TargetEditor() {
        getStyleClass().add("target-editor");
        area.setId("target-lines");
        lines = new EditedLines(area, () -> pasted = null);
        gutter = new Gutter(area, lines);
        area.caretPositionProperty().subscribe(_ -> onCaret.run());
        // As in the style sheet, which comes later and would lay it out again.
        area.setFont(Font.font("Monospaced", 13));
        area.setContentPadding(new Insets(6, 8, 6, 8));
        prompt.getStyleClass().add("prompt");
        prompt.setMouseTransparent(true);
        prompt.setWrapText(true);
        prompt.visibleProperty().bind(lines.emptyProperty());
        setAlignment(prompt, Pos.TOP_LEFT);
        getChildren().addAll(area, prompt);
        // By itself, the text area takes the focus only when its text is clicked.
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> area.requestFocus());
        setUpKeys();
    }

    private void setUpKeys() {
        area.getInputMap().registerFunction(RichTextArea.Tag.PASTE, this::paste);
        area.getInputMap().registerFunction(RichTextArea.Tag.PASTE_PLAIN_TEXT, this::paste);
        area.getInputMap().registerFunction(RichTextArea.Tag.UNDO, this::undo);
        // Targets contain no tabs, so Tab moves on to the next control, as everywhere else.
        Keys.before(
                area,
                WindowAction.NEXT_FIELD,
                () -> area.executeDefault(RichTextArea.Tag.FOCUS_NEXT));
        Keys.before(
                area,
                WindowAction.PREVIOUS_FIELD,
                () -> area.executeDefault(RichTextArea.Tag.FOCUS_PREVIOUS));
    }

    /**
     * Listens to edits.
     *
     * @param edit called when an edit starts to change the lines
     * @param settled receives the lines once typing pauses
     */
    public void listen(Runnable edit, Consumer<List<String>> settled) {
        lines.listen(
                edit,
                now -> {
                    gutter.refresh();
                    settled.accept(now);
                });
    }

    /**
     * Leaves pasting to someone else.
     *
     * @param paste receives the clipboard's text instead of the editor; {@link #insert} puts it in
     */
    public void listenPaste(Consumer<String> paste) {
        onPaste = paste;
    }

    /** Calls {@code caret} when the caret moves. */
    public void listenCaret(Runnable caret) {
        onCaret = caret;
    }

    public void setPrompt(String text) {
        prompt.setText(text);
        area.setAccessibleText(text);
    }

    public void setAccessibleName(String text) {
        area.setAccessibleText(text);
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    public void focus() {
        area.requestFocus();
    }

    /** The lines; none if the editor is empty. */
    public List<String> lines() {
        return lines.lines();
    }

    /** Shows other lines without telling the listeners. */
    public void show(List<String> now) {
        lines.show(now);
    }

    /**
     * Types lines at the caret, replacing the selection: that of the last paste, unless the lines
     * were changed since.
     */
    public void insert(List<String> typed) {
        insert(typed, at());
    }

    private void insert(List<String> typed, Selection at) {
        if (typed.isEmpty() || !area.isEditable()) {
            return;
        }
        if (typed.size() < SWAP_LINES && at.lineBreaks() < SWAP_LINES) {
            boolean all = at.isAll(area.getDocumentEnd());
            TextPos after = area.replaceText(at.start(), at.end(), String.join("\n", typed));
            // A whole list is read from its top; a text in between is continued at its end.
            area.select(all ? TextPos.ZERO : after);
        } else {
            lines.swap(at.type(lines.content().copy(), typed));
        }
        lines.flush();
    }

    /**
     * Inserts the addresses found in a text. Undo replaces them by the text itself.
     *
     * @param text the text's own lines; empty if it has none that can be shown
     * @param below whether to insert below the last line rather than at the caret
     */
    public void insertRead(List<String> text, List<String> addresses, boolean below) {
        if (!area.isEditable()) {
            return;
        }
        List<String> with = below ? joined(text) : placed(text);
        List<String> next = below ? joined(addresses) : placed(addresses);
        if (!text.isEmpty()) {
            lines.stage(with);
        }
        lines.swap(next);
        lines.flush();
    }

    private Selection at() {
        return pasted == null ? Selection.of(area) : pasted;
    }

    private List<String> joined(List<String> more) {
        List<String> joined = new ArrayList<>(lines());
        joined.addAll(more);
        return joined;
    }

    private List<String> placed(List<String> others) {
        return at().place(lines.content().copy(), others);
    }

    /** Undoes the last edit, or the last change of the whole list, such as {@link #insertRead}. */
    public void undo() {
        lines.undo();
    }

    /** Adds lines below the last one. */
    public void append(List<String> more) {
        TextPos end = area.getDocumentEnd();
        List<String> below = new ArrayList<>(more);
        if (end.offset() > 0) {
            below.addFirst("");
        }
        insert(below, new Selection(end, end));
    }

    /** Keeps only these lines, as a single undoable edit, and selects the first. */
    public void keepOnly(List<String> kept) {
        lines.swap(kept);
        lines.flush();
        jump(1);
    }

    @Override
    public void keepFirst(int count) {
        List<String> all = lines.lines();
        lines.swap(List.copyOf(all.subList(0, Math.min(count, all.size()))));
        area.requestFocus();
        lines.flush();
    }

    @Override
    public void replace(Map<Integer, List<String>> others) {
        lines.swap(lines.content().replaced(others));
        area.requestFocus();
        lines.flush();
    }

    @Override
    public void drop(Set<Integer> numbers) {
        if (numbers.size() == 1) {
            dropOne(numbers.iterator().next() - 1);
        } else {
            lines.swap(lines.content().without(numbers));
        }
        lines.flush();
    }

    private void dropOne(int index) {
        boolean last = index == area.getParagraphCount() - 1;
        TextPos start =
                last && index > 0 ? area.getParagraphEnd(index - 1) : TextPos.ofLeading(index, 0);
        TextPos end = last ? area.getDocumentEnd() : TextPos.ofLeading(index + 1, 0);
        area.replaceText(start, end, "");
    }

    @Override
    public void jump(int number) {
        int index = Math.min(number, area.getParagraphCount()) - 1;
        area.requestFocus();
        area.select(TextPos.ofLeading(index, 0), area.getParagraphEnd(index));
    }

    /**
     * Selects a part of a line and scrolls to it; the focus stays where it is.
     *
     * @param number of the line, from 1
     * @param from its first character, from 0
     * @param to the character behind its last
     */
    public void select(int number, int from, int to) {
        area.select(TextPos.ofLeading(number - 1, from), TextPos.ofLeading(number - 1, to));
    }

    public void mark(LineMarks marks) {
        area.setSyntaxDecorator(marks);
    }

    /**
     * Shows a sign beside each line whose fate is known.
     *
     * @param fates null for no signs
     * @param words puts a fate into words
     */
    public void showFates(@Nullable LineFates fates, Function<LineFate, String> words) {
        gutter.show(fates, words);
    }

    /** The number of the caret's line, from 1. */
    public int caretLine() {
        TextPos caret = area.getCaretPosition();
        return caret == null ? 1 : caret.index() + 1;
    }

    /** The text of the caret's line. */
    public String caretText() {
        return area.getPlainText(caretLine() - 1);
    }

    /** The lines of a selection of more than one; all of them if there is none. */
    public List<String> selectedLines() {
        Selection selected = Selection.of(area);
        List<String> all = lines();
        int end = selected.end().index() + (selected.end().offset() == 0 ? 0 : 1);
        return end - selected.start().index() > 1 && end <= all.size()
                ? all.subList(selected.start().index(), end)
                : all;
    }

    /** What happened to the caret's line; null if unknown. */
    public @Nullable LineFate caretFate() {
        return gutter.fate(caretLine() - 1);
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && area.isEditable()) {
            pasted = Selection.of(area);
            onPaste.accept(text);
        }
    }
}

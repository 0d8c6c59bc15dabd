package edgeone.purge.ui.purge;

import edgeone.purge.ui.kit.dialog.Dressing;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.util.Duration;

import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineNumberDecorator;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.ContentChange;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The list of targets: one a line, numbered, with marks. Long texts are swapped in whole, so that
 * 100,000 lines appear within a frame; such a swap can be undone as well.
 */
public final class TargetEditor extends StackPane {
    /** Longer changes are swapped in whole instead of being typed in by the text area. */
    private static final int SWAP_LINES = 2_000;

    /** The key that submits from within the editor. */
    static final KeyCombination SUBMIT = KeyCombination.valueOf("Shortcut+Enter");

    private final CodeArea area = new CodeArea();
    private final Label prompt = new Label();
    private final PauseTransition settled = new PauseTransition(Duration.millis(200));
    private final StyledTextModel.Listener listener = this::changed;
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private LineContent content = new LineContent(List.of());
    private @Nullable LineContent swapped;
    private @Nullable RunEnd end;
    private Function<LineFate, String> fateWords = fate -> "";
    private Runnable onCaret = () -> {};
    private Runnable onEdit = () -> {};
    private Consumer<List<String>> onLines = lines -> {};
    private Consumer<String> onPaste = text -> {};

    public TargetEditor() {
        getStyleClass().add("target-editor");
        area.setId("target-lines");
        area.setLeftDecorator(new LineNumberDecorator());
        area.caretPositionProperty().subscribe(_ -> onCaret.run());
        area.setFont(Font.font(Dressing.mono(), 13));
        area.setContentPadding(new Insets(6, 8, 6, 8));
        prompt.getStyleClass().add("prompt");
        prompt.setMouseTransparent(true);
        prompt.setWrapText(true);
        prompt.visibleProperty().bind(empty);
        setAlignment(prompt, Pos.TOP_LEFT);
        getChildren().addAll(area, prompt);
        // The text area takes the focus only where there is text.
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> area.requestFocus());
        settled.setOnFinished(_ -> tell());
        area.getInputMap().registerFunction(RichTextArea.Tag.PASTE, this::paste);
        area.getInputMap().registerFunction(RichTextArea.Tag.PASTE_PLAIN_TEXT, this::paste);
        area.getInputMap().registerFunction(RichTextArea.Tag.UNDO, this::undo);
        // No target holds a tab, so the key goes on to the next control as everywhere else.
        area.getInputMap().registerKey(KeyBinding.of(KeyCode.TAB), RichTextArea.Tag.FOCUS_NEXT);
        area.getInputMap()
                .registerKey(KeyBinding.shift(KeyCode.TAB), RichTextArea.Tag.FOCUS_PREVIOUS);
        use(content);
    }

    /**
     * @param edit hears that an edit has begun to change the lines
     * @param lines hears the lines once typing pauses
     * @param paste is given the clipboard's text, and answers with {@link #insert}
     */
    void listen(Runnable edit, Consumer<List<String>> lines, Consumer<String> paste) {
        onEdit = edit;
        onLines = lines;
        onPaste = paste;
    }

    void setPrompt(String text) {
        prompt.setText(text);
        area.setAccessibleText(text);
    }

    void setAccessibleName(String text) {
        area.setAccessibleText(text);
    }

    /** Shows other lines. The listeners hear nothing. */
    void show(List<String> lines) {
        if (!lines.equals(content.copy())) {
            swapped = null;
            use(new LineContent(lines));
        }
    }

    /** Puts lines where the caret is, in place of what is selected. */
    void insert(List<String> lines) {
        if (lines.isEmpty() || !area.isEditable()) {
            return;
        }
        TextPos start = area.getCaretPosition();
        TextPos end = start;
        if (area.getSelection() != null) {
            start = area.getSelection().getMin();
            end = area.getSelection().getMax();
        }
        if (start == null || end == null) {
            start = area.getDocumentEnd();
            end = start;
        }
        boolean all = start.equals(TextPos.ZERO) && end.isSameInsertionIndex(area.getDocumentEnd());
        if (lines.size() < SWAP_LINES && end.index() - start.index() < SWAP_LINES) {
            TextPos after = area.replaceText(start, end, String.join("\n", lines));
            // A list is read from its top, text in between is written on from its end.
            area.select(all ? TextPos.ZERO : after);
        } else {
            List<String> before = content.copy();
            List<String> next = new ArrayList<>(before.size() + lines.size());
            next.addAll(before.subList(0, start.index()));
            String head = before.get(start.index()).substring(0, start.offset());
            String tail = before.get(end.index()).substring(end.offset());
            next.add(head + lines.getFirst());
            next.addAll(lines.subList(1, lines.size()));
            next.set(next.size() - 1, next.getLast() + tail);
            next.addAll(before.subList(end.index() + 1, before.size()));
            swap(next);
        }
        flush();
    }

    /**
     * Puts addresses that were read from a text where the text itself would go; undo brings the
     * text.
     *
     * @param below whether below what is there, or where the caret is
     */
    void insertRead(List<String> text, List<String> addresses, boolean below) {
        if (!area.isEditable()) {
            return;
        }
        List<String> before = lines();
        List<String> with = below ? joined(before, text) : placed(text);
        List<String> next = below ? joined(before, addresses) : placed(addresses);
        if (!text.isEmpty()) {
            use(new LineContent(with));
        }
        swap(next);
        flush();
    }

    /** Undoes the last change of the whole text, such as {@link #insertRead}. */
    void takeBack() {
        undo();
    }

    /** Puts other lines in place of some, numbered from 1, as one edit that can be undone. */
    void replace(Map<Integer, List<String>> others) {
        List<String> next = new ArrayList<>(content.size());
        for (int i = 0; i < content.size(); i++) {
            next.addAll(others.getOrDefault(i + 1, List.of(content.getText(i))));
        }
        swap(next);
        area.requestFocus();
        flush();
    }

    private static List<String> joined(List<String> before, List<String> more) {
        List<String> joined = new ArrayList<>(before);
        joined.addAll(more);
        return joined;
    }

    /** The lines with others in place of what is selected. */
    private List<String> placed(List<String> others) {
        TextPos caret = area.getCaretPosition();
        TextPos start = caret == null ? area.getDocumentEnd() : caret;
        TextPos end = start;
        if (area.getSelection() != null) {
            start = area.getSelection().getMin();
            end = area.getSelection().getMax();
        }
        List<String> before = content.copy();
        List<String> placed = new ArrayList<>(before.subList(0, start.index()));
        String head = before.get(start.index()).substring(0, start.offset());
        String tail = before.get(end.index()).substring(end.offset());
        if (!head.isEmpty()) {
            placed.add(head);
        }
        placed.addAll(others);
        if (!tail.isEmpty()) {
            placed.add(tail);
        }
        placed.addAll(before.subList(end.index() + 1, before.size()));
        return placed;
    }

    /** Puts lines below what is there. */
    void append(List<String> lines) {
        TextPos end = area.getDocumentEnd();
        area.select(end);
        List<String> below = new ArrayList<>(lines);
        if (end.offset() > 0) {
            below.addFirst("");
        }
        insert(below);
    }

    /** Takes lines out, numbered from 1. */
    void drop(Set<Integer> numbers) {
        if (numbers.size() == 1) {
            int index = numbers.iterator().next() - 1;
            boolean last = index == area.getParagraphCount() - 1;
            TextPos start =
                    last && index > 0
                            ? area.getParagraphEnd(index - 1)
                            : TextPos.ofLeading(index, 0);
            TextPos end = last ? area.getDocumentEnd() : TextPos.ofLeading(index + 1, 0);
            area.replaceText(start, end, "");
        } else {
            List<String> before = content.copy();
            List<String> left = new ArrayList<>(before.size());
            for (int i = 0; i < before.size(); i++) {
                if (!numbers.contains(i + 1)) {
                    left.add(before.get(i));
                }
            }
            swap(left);
        }
        flush();
    }

    /** Selects a line, numbered from 1, and scrolls to it. */
    void jump(int number) {
        int index = Math.min(number, area.getParagraphCount()) - 1;
        area.requestFocus();
        area.select(TextPos.ofLeading(index, 0), area.getParagraphEnd(index));
    }

    void mark(LineMarks marks) {
        area.setSyntaxDecorator(marks);
    }

    /**
     * Puts a sign beside each line of which is known what happened to it.
     *
     * @param next null for no signs
     * @param words says what happened to a line
     */
    void showFates(@Nullable RunEnd next, Function<LineFate, String> words) {
        if (next != end) {
            end = next;
            fateWords = words;
            drawGutter();
        }
    }

    /** The area draws the gutter anew only where it is given one. */
    private void drawGutter() {
        area.setLeftDecorator(
                end == null ? new LineNumberDecorator() : new FateGutter(this::fate, fateWords));
    }

    private @Nullable LineFate fate(int index) {
        RunEnd known = end;
        return known == null || index >= content.size() ? null : known.fate(content.getText(index));
    }

    /** Hears that the caret was moved. */
    void listenCaret(Runnable caret) {
        onCaret = caret;
    }

    /** The line of the caret, from 1. */
    int caretLine() {
        TextPos caret = area.getCaretPosition();
        return caret == null ? 1 : caret.index() + 1;
    }

    /** What happened to the line of the caret; null where nothing is known. */
    @Nullable LineFate caretFate() {
        return fate(caretLine() - 1);
    }

    /** Leaves only these lines, as an edit that can be undone, and goes to the first of them. */
    void keepOnly(List<String> kept) {
        swap(kept);
        flush();
        jump(1);
    }

    void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    void focus() {
        area.requestFocus();
    }

    List<String> lines() {
        return content.isEmpty() ? List.of() : content.copy();
    }

    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && area.isEditable()) {
            onPaste.accept(text);
        }
    }

    private void undo() {
        if (!area.isUndoable() && swapped != null && area.isEditable()) {
            LineContent before = swapped;
            swapped = null;
            use(before);
            flush();
        } else {
            area.executeDefault(RichTextArea.Tag.UNDO);
        }
    }

    private void swap(List<String> lines) {
        LineContent before = content;
        use(new LineContent(lines));
        swapped = before;
        area.select(TextPos.ZERO);
    }

    private void use(LineContent next) {
        if (area.getModel() != null) {
            area.getModel().removeListener(listener);
        }
        content = next;
        CodeTextModel model = new CodeTextModel(next);
        model.setDecorator(LineMarks.NONE);
        model.addListener(listener);
        area.setModel(model);
        // Without a caret an area that has the focus takes no key until it is clicked.
        area.select(TextPos.ZERO);
        empty.set(content.isEmpty());
    }

    private void changed(ContentChange change) {
        if (change.isEdit()) {
            empty.set(content.isEmpty());
            onEdit.run();
            settled.playFromStart();
        }
    }

    private void flush() {
        settled.stop();
        onEdit.run();
        tell();
    }

    private void tell() {
        empty.set(content.isEmpty());
        if (end != null) {
            drawGutter();
        }
        onLines.accept(lines());
    }
}

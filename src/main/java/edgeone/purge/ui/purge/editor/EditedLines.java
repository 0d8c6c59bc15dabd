package edgeone.purge.ui.purge.editor;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.ContentChange;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * The lines in a text area. Long texts are swapped in whole: 100,000 lines appear within a frame.
 * Such a swap can be undone too.
 */
final class EditedLines {
    private final CodeArea area;
    private final Runnable changed;
    private final PauseTransition settled = new PauseTransition(Duration.millis(200));
    private final StyledTextModel.Listener listener = this::changed;
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private LineContent content = new LineContent(List.of());
    private @Nullable LineContent swapped;
    private Runnable onEdit = () -> {};
    private Consumer<List<String>> onLines = lines -> {};

    /**
     * @param changed called at once whenever the lines are no longer the same
     */
    EditedLines(CodeArea area, Runnable changed) {
        this.area = area;
        this.changed = changed;
        settled.setOnFinished(_ -> tell());
        use(content);
    }

    /**
     * @param edit called when an edit starts to change the lines
     * @param lines receives the lines once typing pauses
     */
    void listen(Runnable edit, Consumer<List<String>> lines) {
        onEdit = edit;
        onLines = lines;
    }

    LineContent content() {
        return content;
    }

    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** Shows other lines. Listeners are not told, and nothing remains to undo. */
    void show(List<String> lines) {
        if (!lines.equals(content.copy())) {
            swapped = null;
            use(new LineContent(lines));
        }
    }

    /** Replaces all lines; {@link #undo} brings the old ones back. */
    void swap(List<String> lines) {
        LineContent before = content;
        use(new LineContent(lines));
        swapped = before;
        area.select(TextPos.ZERO);
    }

    /** Replaces all lines as a step that {@link #swap} is about to take further. */
    void stage(List<String> lines) {
        use(new LineContent(lines));
    }

    /** Undoes the last edit, or the last swap if nothing was edited since. */
    void undo() {
        if (!area.isUndoable() && swapped != null && area.isEditable()) {
            LineContent before = swapped;
            swapped = null;
            use(before);
            flush();
        } else {
            area.executeDefault(RichTextArea.Tag.UNDO);
        }
    }

    /** Tells the listeners at once, without waiting for a pause. */
    void flush() {
        settled.stop();
        onEdit.run();
        tell();
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
        // Without a caret, a focused area ignores keys until it is clicked.
        area.select(TextPos.ZERO);
        empty.set(content.isEmpty());
        changed.run();
    }

    private void changed(ContentChange change) {
        if (change.isEdit()) {
            changed.run();
            empty.set(content.isEmpty());
            onEdit.run();
            settled.playFromStart();
        }
    }

    private void tell() {
        empty.set(content.isEmpty());
        onLines.accept(lines());
    }

    /** The lines; none if the only line is empty. */
    List<String> lines() {
        return content.isEmpty() ? List.of() : content.copy();
    }
}

package edgeone.purge.ui.purge;

import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.purge.editor.LineFate;
import edgeone.purge.ui.purge.editor.LineMarks;
import edgeone.purge.ui.purge.editor.TargetEditor;
import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.purge.run.EndTexts;
import edgeone.purge.ui.purge.run.RunEnd;

import org.jspecify.annotations.Nullable;

/** Shows on the editor's lines what the plan says about them or, after a purge, what happened. */
final class LineSigns {
    private final PurgeViewModel model;
    private final TargetEditor editor;
    private final EndTexts texts;

    LineSigns(Formats formats, PurgeViewModel model, TargetEditor editor) {
        this.model = model;
        this.editor = editor;
        texts = new EndTexts(formats);
    }

    /** Marks the lines anew. */
    void mark() {
        RunEnd end = model.submission().endProperty().get();
        Review review = model.planning().reviewProperty().get();
        if (end != null && model.submission().runProperty().get() != null) {
            editor.mark(LineMarks.of(end));
        } else {
            editor.mark(review == null ? LineMarks.NONE : LineMarks.of(review.plan().list(), end));
        }
    }

    /** Shows what happened, beside the lines and as marks. */
    void showEnd() {
        RunEnd end = model.submission().endProperty().get();
        PurgeType type = type(end);
        editor.showFates(end, fate -> texts.fate(fate, type));
        mark();
    }

    /** Says in words what the sign beside the caret's line means; empty if it has none. */
    String caretFate() {
        LineFate fate = editor.caretFate();
        return fate == null
                ? ""
                : texts.fate(
                        editor.caretLine(), fate, type(model.submission().endProperty().get()));
    }

    private PurgeType type(@Nullable RunEnd end) {
        return end == null ? model.session().typeProperty().get() : end.plan().type();
    }
}

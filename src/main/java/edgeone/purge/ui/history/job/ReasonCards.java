package edgeone.purge.ui.history.job;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.history.ReasonCount;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.trouble.ReasonTexts;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Why targets were not purged, with counts, what it means and what can be done. A reason that is
 * pressed lists its targets only.
 */
final class ReasonCards {
    private static final int SHOWN = 8;

    private final VBox box;
    private final JobModel model;
    private final Formats formats;
    private final ReasonTexts texts;
    private boolean prefetch;
    private List<ReasonCount> shown = List.of();
    private @Nullable ReasonCount pressed;

    ReasonCards(VBox box, JobModel model, Formats formats) {
        this.box = box;
        this.model = model;
        this.formats = formats;
        texts = new ReasonTexts(formats.messages());
        toggle(box, false);
    }

    /** Shows them, most frequent first. */
    void show(PurgeType type, List<ReasonCount> reasons) {
        ReasonCount chosen = model.reasonProperty().get();
        if (reasons.equals(shown) && Objects.equals(chosen, pressed)) {
            return;
        }
        prefetch = type.isPrefetch();
        shown = reasons;
        pressed = chosen;
        box.getChildren().setAll(reasons.stream().limit(SHOWN).map(this::card).toList());
        int more = reasons.size() - SHOWN;
        if (more > 0) {
            box.getChildren().add(label(formats.text("window.plan.more", more), "muted"));
        }
        toggle(box, !reasons.isEmpty());
    }

    private Node card(ReasonCount of) {
        String reason = VisibleText.of(texts.reason(of));
        ToggleButton list = new ToggleButton(formats.text("window.job.showReason", of.count()));
        list.getStyleClass().setAll("chip");
        list.setId("reason-" + shown.indexOf(of));
        list.setSelected(of.equals(pressed));
        list.setAccessibleText(formats.text("window.job.listReason", of.count(), reason));
        list.setOnAction(_ -> model.reasonProperty().set(list.isSelected() ? of : null));
        var said = growing(wrapped(reason, "strong"));
        said.setMaxWidth(Double.MAX_VALUE);
        VBox card = column(2, row(10, said, unsqueezed(list)));
        String advice = prefetch ? texts.prefetchAdvice(of) : texts.advice(of);
        String meaning = texts.meaning(of);
        // Advice of its own says what it means.
        if (!meaning.isEmpty() && advice.equals(texts.advice(of))) {
            card.getChildren().add(wrapped(meaning, "muted"));
        }
        card.getChildren().add(wrapped(advice, "muted"));
        return card;
    }
}

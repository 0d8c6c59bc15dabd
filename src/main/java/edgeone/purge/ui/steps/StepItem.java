package edgeone.purge.ui.steps;

import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.engine.text.StepText;
import edgeone.purge.model.step.Step;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One step of the line: a sign, its name, its time or its state. */
final class StepItem {
    private final Formats formats;
    private final StepText texts;
    private final Step step;
    private final Label detail = unsqueezed(label("", "muted", "small"));
    private final HBox root;

    StepItem(Formats formats, StepText texts, Step step) {
        this.formats = formats;
        this.texts = texts;
        this.step = step;
        String id = "step-" + step.kind().label().replace('_', '-');
        root =
                named(
                        id,
                        row(
                                4,
                                unsqueezed(label(sign(), "step-sign", tone())),
                                unsqueezed(label(texts.name(step.kind()))),
                                detail));
        root.getStyleClass().add("step-" + step.state().name().toLowerCase(Locale.ROOT));
        root.setAccessibleRole(AccessibleRole.TEXT);
    }

    Node root() {
        return root;
    }

    private String sign() {
        return switch (step.state()) {
            case WAITING -> "○";
            case RUNNING -> "◐";
            case DONE -> "✓";
            case FAILED -> "✗";
            case NOT_DONE -> "–";
        };
    }

    private String tone() {
        return switch (step.state()) {
            case WAITING -> "muted";
            case RUNNING -> "strong";
            case DONE -> "success-text";
            case FAILED -> "danger-text";
            case NOT_DONE -> "warning-text";
        };
    }

    void tick(@Nullable String count) {
        String time = time();
        String said =
                count != null && step.state() == Step.State.RUNNING
                        ? formats.text("window.step.counted", time, count)
                        : time;
        detail.setText(said);
        root.setAccessibleText(
                formats.text(
                        "window.step.said",
                        texts.name(step.kind()),
                        texts.state(step.state()),
                        said));
    }

    /** Its time; its state where it has none. */
    private String time() {
        Instant from = step.from();
        Instant to = step.to();
        if (from == null || (to == null && step.state() != Step.State.RUNNING)) {
            return step.state() == Step.State.DONE ? "" : texts.state(step.state());
        }
        Duration took = Duration.between(from, to == null ? formats.now() : to);
        return formats.duration(took.isNegative() ? Duration.ZERO : took);
    }
}

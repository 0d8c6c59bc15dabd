package edgeone.purge.ui.purge.run;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.history.ReasonCount;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** Why targets were not purged and what to do about it, with buttons that do it. */
public final class EndPane {
    /** More reasons than this help nobody; the history lists them all. */
    private static final int SHOWN = 8;

    private final Formats formats;
    private final EndTexts texts;
    private final Label title = label("", "title");
    private final VBox reasons = named("end-reasons", column(10));
    private final Button retry = named("end-retry", styled(new Button(), "success"));
    private final Button fix = named("end-fix", new Button());
    private final Label fixHint;
    private final FlowPane buttons = new FlowPane(8, 8, retry, fix);
    private final VBox root;

    /**
     * @param onRetry submits again what may now succeed
     * @param onFix brings back the lines that must be corrected
     */
    public EndPane(Formats formats, Runnable onRetry, Runnable onFix) {
        this.formats = formats;
        texts = new EndTexts(formats);
        retry.setOnAction(_ -> onRetry.run());
        fix.setOnAction(_ -> onFix.run());
        fixHint = wrapped(formats.text("window.end.fixHint"), "muted", "small");
        root = styled(column(8, title, reasons, buttons, fixHint), "card");
        root.setId("end");
        show(null, false);
    }

    public Parent root() {
        return root;
    }

    /**
     * Shows how a purge ended.
     *
     * @param end null until known
     * @param idle whether the run is over, so that the buttons can be used
     */
    public void show(@Nullable RunEnd end, boolean idle) {
        boolean bad = end != null && (!end.reasons().isEmpty() || end.leftOut() > 0);
        toggle(root, bad);
        toggle(retry, end != null && idle && end.retryable() > 0);
        toggle(fix, end != null && idle && end.toFix() > 0);
        toggle(fixHint, fix.isVisible());
        toggle(buttons, retry.isVisible() || fix.isVisible());
        reasons.getChildren().clear();
        if (end != null && bad) {
            fill(end);
        }
    }

    private void fill(RunEnd end) {
        boolean prefetch = end.plan().type().isPrefetch();
        title.setText(formats.text(prefetch ? "window.end.notPrefetched" : "window.end.title"));
        end.reasons().stream()
                .limit(SHOWN)
                .map(reason -> card(reason, prefetch))
                .forEach(reasons.getChildren()::add);
        int more = end.reasons().size() - SHOWN;
        if (more > 0) {
            reasons.getChildren().add(label(formats.text("window.plan.more", more), "muted"));
        }
        if (end.leftOut() > 0) {
            reasons.getChildren()
                    .add(
                            card(
                                    formats.text("window.fate.LEFT_OUT"),
                                    end.leftOut(),
                                    formats.text("window.end.do.leftOut")));
        }
        retry.setText(formats.text("window.end.retry", end.retryable()));
        fix.setText(formats.text("window.end.fix", end.toFix()));
    }

    private Node card(ReasonCount of, boolean prefetch) {
        return card(
                texts.reason(of),
                of.count(),
                prefetch ? texts.prefetchAdvice(of) : texts.advice(of));
    }

    private Node card(String what, int count, String advice) {
        Label said = growing(wrapped(what, "strong"));
        said.setMaxWidth(Double.MAX_VALUE);
        return column(
                2,
                row(10, said, unsqueezed(label(formats.count(count), "strong"))),
                wrapped(advice, "muted"));
    }
}

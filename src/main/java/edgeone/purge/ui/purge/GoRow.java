package edgeone.purge.ui.purge;

import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Boxes.wrapped;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.purge.plan.PlanTexts;
import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.purge.run.RunTexts;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

import java.util.function.Supplier;

/** The row below the targets: the main button, and what it will do or why it cannot. */
final class GoRow {
    private final Formats formats;
    private final PlanTexts planTexts;
    private final RunTexts runTexts;
    private final Supplier<String> caretFate;
    private final Label reason = named("reason", growing(wrapped("", "muted")));
    private final Button keep = unsqueezed(named("keep", new Button()));
    private final Button go = unsqueezed(named("go", new Button()));
    private final HBox root;
    private Subscription counting = Subscription.EMPTY;
    private boolean sending;
    private boolean sent;

    /**
     * @param start what the row begins with
     * @param caretFate what happened to the caret's line, shown after a purge
     */
    GoRow(Formats formats, Node start, Supplier<String> caretFate, Runnable onKeep, Runnable onGo) {
        this.formats = formats;
        this.caretFate = caretFate;
        planTexts = new PlanTexts(formats);
        runTexts = new RunTexts(formats);
        reason.setMaxWidth(Double.MAX_VALUE);
        keep.setText(formats.text("window.purge.keep"));
        keep.setOnAction(_ -> onKeep.run());
        go.setOnAction(_ -> onGo.run());
        root = sparse(row(12, start, reason, keep, go));
    }

    Node root() {
        return root;
    }

    void close() {
        counting.unsubscribe();
    }

    void show(Action action) {
        counting.unsubscribe();
        counting = Subscription.EMPTY;
        sending = action instanceof Action.Sending;
        sent = action instanceof Action.Sent;
        toggle(keep, sent);
        switch (action) {
            case Action.Ready(Review review) -> {
                Plan plan = review.plan();
                show(
                        planTexts.button(plan),
                        review.reach().isFar() ? "danger" : "success",
                        formats.text("window.go.shortcut"));
            }
            case Action.Refused(Review review) ->
                    disable(nothing(review.plan().type()), planTexts.refusals(review.plan()));
            case Action.Blocked(Action.Reason why) ->
                    disable(blocked(why), formats.text("window.blocked." + why.name()));
            case Action.Sending(Run run) -> {
                disable(formats.text("window.go.sending"), "");
                counting = run.stateProperty().subscribe(this::count);
            }
            case Action.Sent _ -> show(formats.text("window.go.next"), "accent", caretFate.get());
        }
        go.setAccessibleText(go.getText() + " " + reason.getText());
    }

    private String nothing(PurgeType type) {
        return formats.text(type.isPrefetch() ? "window.purge.prefetch" : "window.go.nothing");
    }

    private void show(String text, String style, String why) {
        set(text, why);
        go.getStyleClass().add(style);
        go.setDisable(false);
    }

    private void disable(String text, String why) {
        set(text, why);
        go.setDisable(true);
    }

    private void set(String text, String why) {
        go.getStyleClass().removeAll("success", "danger", "accent");
        go.setText(text);
        reason.setText(why);
    }

    /** While a new plan is being made, the button keeps its text, so that it does not flicker. */
    private String blocked(Action.Reason why) {
        return why == Action.Reason.PLANNING && !go.getText().isEmpty()
                ? go.getText()
                : formats.text("window.go.nothing");
    }

    private void count(RunState state) {
        if (sending) {
            reason.setText(runTexts.requests(state));
            go.setText(runTexts.going(state));
        }
    }

    /** After a purge, says what happened to the line the caret is in now. */
    void caretMoved() {
        if (sent) {
            reason.setText(caretFate.get());
        }
    }
}
